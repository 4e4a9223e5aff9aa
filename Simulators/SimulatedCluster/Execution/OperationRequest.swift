/// What a coordinator asks a node's executor to do.
public struct OperationRequest: Sendable, Hashable {
    /// The transition's action.
    public let action: Int
    /// The coordinator's count of its transitions.
    public let transition: Int
    public let coordinator: NodeName
    public let node: NodeName
    /// The instance, as the coordinator numbers it.
    public let instance: ResourceID
    /// The instance, as the node calls it.
    public let resource: ResourceID
    public let task: OperationTask
    public let interval: Duration
    /// What the agent has to answer for the operation to have succeeded.
    public let expected: OCFCode

    public init(
        action: Int, transition: Int, coordinator: NodeName, node: NodeName,
        instance: ResourceID, resource: ResourceID, task: OperationTask, interval: Duration,
        expected: OCFCode
    ) {
        self.action = action
        self.transition = transition
        self.coordinator = coordinator
        self.node = node
        self.instance = instance
        self.resource = resource
        self.task = task
        self.interval = interval
        self.expected = expected
    }
}
