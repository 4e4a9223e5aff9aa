import Hardware
public import World

/// The addresses that move with the leadership.
public enum ServiceAddress {
    /// Where machines report to.
    public static let undercloud: HostAddress = "undercloud"
}
