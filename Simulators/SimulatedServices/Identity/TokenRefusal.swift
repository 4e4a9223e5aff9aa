/// Why Keystone does not take a token.
public enum TokenRefusal: Error, Sendable, Hashable {
    /// No key of this controller opens it: the controllers' keys differ, or it is too old.
    case unknownKey
    /// It has expired by this controller's clock.
    case expired(ago: Duration)

    /// Asking again helps only with a new token.
    public var isTransient: Bool { false }
}
