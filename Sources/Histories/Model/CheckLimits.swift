/// Bounds on what looking at a history may take. A check that cannot decide within them says so.
public struct CheckLimits: Sendable, Hashable {
    /// Operations on one object that are under way at the same time and are known to end, at most.
    public static let openOperations = 64

    /// Orders that are kept apart at one moment of one object's history, at most.
    public var configurations: Int
    /// Steps tried for one object, at most.
    public var steps: Int
    /// How often a shorter explanation is looked for.
    public var explanations: Int

    public init(
        configurations: Int = 256, steps: Int = 10_000_000, explanations: Int = 400
    ) {
        self.configurations = configurations
        self.steps = steps
        self.explanations = explanations
    }
}
