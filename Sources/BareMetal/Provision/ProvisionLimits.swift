/// Bounds on how long a node may be under way.
public enum ProvisionLimits {
    /// Longest silence of a ramdisk that owes a call: Ironic's default for its deploy, clean,
    /// inspect, rescue and service callback timeouts.
    public static let callback: Duration = .seconds(1800)

    /// Longest a conductor may work on a node in one state. Ironic has no such bound, and its
    /// operators' commonest complaint is a node stuck in an "-ing" state; an hour is twice what the
    /// slowest conductor-side step (an image written over a slow link) is allowed.
    public static let work: Duration = .seconds(3600)
}
