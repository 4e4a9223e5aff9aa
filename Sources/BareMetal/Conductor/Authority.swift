public import World

/// The right to act, held for one term.
///
/// The store refuses what a deposed holder commits; before it touches hardware a holder asks
/// ``isHeld``, because hardware cannot refuse.
public struct Authority: Sendable {
    public let term: Term
    /// The conductors among whom the nodes are shared out; nil where one works alone, and manages
    /// every node.
    public let ring: RingView?
    private let holds: @Sendable () -> Bool
    private let fencing: @Sendable (inout Transaction) -> Void
    private let fenceKey: DocumentKey

    /// - Parameters:
    ///   - fenceKey: the document every transaction rests on.
    ///   - fencing: adds the condition that the term is not over.
    ///   - ring: who manages which node; nil where it is always the holder.
    ///   - holds: whether the holder may still act, by its own clock.
    public init(
        term: Term, fenceKey: DocumentKey, fencing: @escaping @Sendable (inout Transaction) -> Void,
        ring: RingView? = nil, holds: @escaping @Sendable () -> Bool
    ) {
        self.term = term
        self.ring = ring
        self.fenceKey = fenceKey
        self.fencing = fencing
        self.holds = holds
    }

    public var isHeld: Bool { holds() }

    /// Makes a transaction fail where the term is over.
    public func fence(_ transaction: inout Transaction) { fencing(&transaction) }

    /// Whether a conflict over `key` means that the term is over.
    public func isLost(byConflictOver key: DocumentKey) -> Bool { key == fenceKey }
}
