public import World

/// The right to work on stacks, held by one engine at a time.
public struct StackAuthority: Sendable {
    /// The engine's name, unlike that of any other; it marks what it works on.
    public let engine: String
    private let fencing: @Sendable (inout Transaction) -> Void
    private let holds: @Sendable () -> Bool

    /// - Parameters:
    ///   - fencing: adds the condition that the right is not somebody else's by now.
    ///   - holds: whether the engine may still act, by its own clock.
    public init(
        engine: String, fencing: @escaping @Sendable (inout Transaction) -> Void = { _ in },
        holds: @escaping @Sendable () -> Bool = { true }
    ) {
        self.engine = engine
        self.fencing = fencing
        self.holds = holds
    }

    public var isHeld: Bool { holds() }

    /// Makes a transaction fail where the right was lost.
    public func fence(_ transaction: inout Transaction) { fencing(&transaction) }
}
