/// Decisions as Pacemaker takes them.
public struct PacemakerDecisions: ClusterDecisions, Sendable {
    public init() {}

    public func transition(from state: ClusterState) -> ClusterTransition {
        ClusterScheduler.transition(from: state)
    }
}
