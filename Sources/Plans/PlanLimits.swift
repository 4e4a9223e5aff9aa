/// Bounds on the cloud one plan can ask for.
public enum PlanLimits {
    public static let roles = 100
    public static let flavors = 100
    public static let serversOfRole = 0...10_000
    /// One control node is a development cloud, two survive a loss, three keep a quorum as well.
    public static let controlNodes = 1...3
    public static let ramdisks = 1...10_000
    /// Where a plan does not say: Ironic's `max_concurrent_deploy`.
    public static let usualRamdisks = 250
    /// A host name has 63 characters at most (RFC 1123); the rest is for a dash and the number.
    public static let roleNameLength = 1...48
}
