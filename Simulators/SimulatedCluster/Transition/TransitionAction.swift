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

    init(
        id: Int, task: OperationTask, resource: ResourceID?, localName: ResourceID?,
        node: NodeName?, interval: Duration, isPseudo: Bool, delay: Duration,
        migrationTarget: NodeName?, after: [Int]
    ) {
        self.id = id
        self.task = task
        self.resource = resource
        self.localName = localName
        self.node = node
        self.interval = interval
        self.isPseudo = isPseudo
        self.delay = delay
        self.migrationTarget = migrationTarget
        self.after = after
    }

    /// The same action, waiting for others.
    public func waiting(for after: [Int]) -> TransitionAction {
        TransitionAction(
            id: id, task: task, resource: resource, localName: localName, node: node,
            interval: interval, isPseudo: isPseudo, delay: delay,
            migrationTarget: migrationTarget, after: after)
    }
}
