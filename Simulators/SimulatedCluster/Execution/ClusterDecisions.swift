/// Who says what a cluster does next.
public protocol ClusterDecisions {
    func transition(from state: ClusterState) -> ClusterTransition
}
