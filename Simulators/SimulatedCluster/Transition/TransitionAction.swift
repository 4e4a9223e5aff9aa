/// One thing that a cluster does in a transition.
public struct TransitionAction: Sendable, Hashable, Identifiable {
    /// Unique in its transition.
    public let id: Int
    public let task: OperationTask
    /// nil for what is done to a node.
    public let resource: ResourceID?
    /// What the node calls the instance: anonymous ones have no number there.
    public let localName: ResourceID?
    public let node: NodeName?
    public let interval: Duration
    /// Nothing is done; it stands for others, or for what a fencing implies.
    public let isPseudo: Bool
    /// How long a fencing is put off.
    public let delay: Duration
    /// Where a live migration goes.
    public let migrationTarget: NodeName?
    /// What must have been done before.
    public let after: [Int]
}
