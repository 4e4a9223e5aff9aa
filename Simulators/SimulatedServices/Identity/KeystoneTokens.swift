/// Keystone's tokens on one controller: made and judged by its own clock and its own keys, with
/// nothing written down, so that controllers agree only if their clocks and keys do.
public struct KeystoneTokens: Sendable {
    /// `[token] expiration`, 3600 s.
    public static let expiration: Duration = .seconds(3_600)
    /// `[token] allow_expired_window`, 172800 s: for how long services may go on with a user's
    /// token in work that was begun in time.
    public static let serviceWindow: Duration = .seconds(172_800)

    /// Who shows a token.
    public enum Bearer: Sendable, Hashable {
        case user
        /// A service that shows a token of its own beside the user's.
        case service
    }

    public var keys: FernetKeys

    public init(keys: FernetKeys) { self.keys = keys }

    /// - Parameter clock: what the controller's clock says, which may be wrong.
    public func issue(to user: String, at clock: Duration) -> KeystoneToken {
        KeystoneToken(
            user: user, issued: clock, expires: clock + Self.expiration,
            secret: keys.primary.secret)
    }

    /// Takes a token that a controller of the same keys has made and that has not expired. One that
    /// seems to come from the future is taken: Keystone looks at its end alone.
    public func validate(
        _ token: KeystoneToken, from bearer: Bearer = .user, at clock: Duration
    ) throws(TokenRefusal) {
        guard keys.opens(token) else { throw .unknownKey }
        let end = token.expires + (bearer == .service ? Self.serviceWindow : .zero)
        guard clock < end else { throw .expired(ago: clock - token.expires) }
    }
}
