/// A step that a machine's drivers or its ramdisk's agent offer.
public struct StepDefinition: Sendable, Hashable {
    /// Whether an abort ends the step at once or waits for its end.
    public enum Abort: Sendable, Hashable {
        case atOnce
        case afterwards
    }

    /// Whether the step can be taken without a ramdisk (Ironic's `requires_ramdisk`).
    public enum Ramdisk: Sendable, Hashable {
        case required
        case notRequired
    }

    public let id: StepID
    /// Where it stands in work that nobody gave an order to; 0 is switched off there.
    public var priority: Int
    public let place: Step.Place
    public let abort: Abort
    public let ramdisk: Ramdisk
    /// What it takes, in the order in which it is told.
    public let arguments: [StepArgument]

    public init(
        _ id: StepID, priority: Int, at place: Step.Place, abort: Abort = .afterwards,
        ramdisk: Ramdisk = .required, taking arguments: [StepArgument] = []
    ) {
        precondition(priority >= 0, "A priority is not negative.")
        precondition(
            place == .conductor || ramdisk == .required, "An agent's step needs the ramdisk.")
        self.id = id
        self.priority = priority
        self.place = place
        self.abort = abort
        self.ramdisk = ramdisk
        self.arguments = arguments
    }

    /// The step as it is taken.
    public func step(
        priority: Int? = nil, arguments: [String: JSONValue] = [:]
    ) -> Step {
        Step(
            id, priority: priority ?? self.priority, at: place, abort: abort, ramdisk: ramdisk,
            arguments: arguments)
    }
}
