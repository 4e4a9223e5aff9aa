/// Bounds on an allocation's patience.
public enum AllocationLimits {
    /// Passes over the nodes that were locked, and the time between them (Ironic's
    /// `node_locked_retry_attempts` and `_interval`, which count here for all nodes at once).
    public static let passes = 3
    public static let interval: Duration = .seconds(1)
}
