/// What the controllers of a cluster say to each other.
public enum ClusterMessage: Sendable, Hashable {
    /// A coordinator asks for what a node has done; the node is to follow it from now on.
    case invite
    /// A node's answer: its own history, and what it knows of nodes that are not there.
    case report(NodeStatus, known: [NodeStatus])
    /// What a coordinator knows of all nodes, which every member keeps in case it goes.
    case knowledge([NodeStatus])
    case request(OperationRequest)
    case result(OperationRequest, OCFCode, NodeStatus)
}
