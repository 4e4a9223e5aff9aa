/// Bounds on how long a node may be under way.
public enum ProvisionLimits {
    /// Longest silence of a ramdisk that owes a call: Ironic's default for its deploy, clean,
    /// inspect, rescue and service callback timeouts.
    public static let callback: Duration = .seconds(1800)

    /// Longest a conductor may work on a node in one state: twice the silence a ramdisk is allowed.
    /// Ironic has no such bound, and a node stuck in an "-ing" state is what its operators complain
    /// of most.
    public static let work: Duration = .seconds(3600)
}
