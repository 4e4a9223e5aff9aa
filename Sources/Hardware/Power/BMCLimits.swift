/// Bounds on what one controller may ask of its caller's patience.
public enum BMCLimits {
    /// Longest a single call may take; a client's own retries must fit inside it.
    public static let call: Duration = .seconds(20)
    /// Longest that reading all sensors, or the whole event log, may take: protocols that ask for
    /// one entry at a time need hundreds of answers for it.
    public static let listing: Duration = .seconds(120)
}
