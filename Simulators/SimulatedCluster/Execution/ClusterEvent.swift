/// What happens to a cluster node.
public enum ClusterEvent: Sendable, Hashable {
    /// Corosync has a new membership, or has changed its mind about quorum.
    case membership([NodeName], isQuorate: Bool)
    case received(ClusterMessage, from: NodeName)
    case performed(OperationRequest, OCFCode)
    case fenced(FencingRequest, FencingOutcome)
    case recheck
}
