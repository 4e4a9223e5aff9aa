/// A fernet token: whose it is, and until when, sealed with a controller's key.
public struct KeystoneToken: Sendable, Hashable {
    public let user: String
    /// By the clock of the controller that made it.
    public let issued: Duration
    public let expires: Duration
    let secret: String
}
