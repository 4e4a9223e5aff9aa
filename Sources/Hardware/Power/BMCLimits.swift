/// Bounds on what one controller may ask of its caller's patience.
public enum BMCLimits {
    /// Longest a single call may take; a client's own retries must fit inside it.
    public static let call: Duration = .seconds(20)
}
