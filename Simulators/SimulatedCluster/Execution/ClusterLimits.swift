/// Bounds on what a cluster does again and again.
public enum ClusterLimits {
    /// Attempts at fencing one node before the cluster waits for something to change; Pacemaker's
    /// `stonith-max-attempts`.
    public static let fencingAttempts = 10
    /// After that, how long until it looks again; Pacemaker's `cluster-recheck-interval`.
    public static let recheck: Duration = .seconds(900)
}
