/// Bounds on what engines do at once and how long they try.
public enum StackLimits {
    /// Records that one transaction changes at most: so much is done again after a conflict.
    static let batch = 128
    /// How often a creation that may succeed later is tried. Source: Heat's `action_retry_limit`.
    static let creationRetries = 5
    /// How long a stack's action may take. Source: Heat's `stack_action_timeout`.
    static let action: Duration = .seconds(3600)
    /// Before what the store did not do is tried again.
    static let pause: Duration = .seconds(1)
    /// The first pause before a creation is tried again; each next one is twice as long.
    static let retryPause: Duration = .seconds(2)
}
