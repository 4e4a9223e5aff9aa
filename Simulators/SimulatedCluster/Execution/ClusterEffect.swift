/// What a cluster node wants done.
public enum ClusterEffect: Sendable, Hashable {
    case send(ClusterMessage, to: NodeName)
    /// The node's own executor runs an agent and answers with ``ClusterEvent/performed(_:_:)``.
    case perform(OperationRequest)
    /// A device is asked, which answers with ``ClusterEvent/fenced(_:_:)``.
    case fence(FencingRequest)
    /// Nothing can be done for now; ``ClusterEvent/recheck`` is wanted later.
    case recheck(after: Duration)
}
