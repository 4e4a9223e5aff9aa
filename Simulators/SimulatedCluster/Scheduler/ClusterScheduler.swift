/// The cluster's brain: from what is known to what is done.
///
/// A model of Pacemaker 2.1's scheduler; the real one is asked in tests. It leaves out bundles,
/// Pacemaker Remote, tickets, utilization, shutdown locks, notifications and changed parameters.
public enum ClusterScheduler {
    /// The same state gives the same transition, always.
    public static func transition(from state: ClusterState) -> ClusterTransition {
        TransitionPlanner(state).plan()
    }
}
