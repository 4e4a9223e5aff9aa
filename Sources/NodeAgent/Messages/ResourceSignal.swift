public import World

/// What a machine tells a resource of a stack: what came of a deployment, or that a condition
/// holds.
///
/// Sent until somebody has taken it. It may arrive twice.
public struct ResourceSignal: NetworkRequest {
    public static let name = "resource-signal"

    /// Where it is to go, as the deployment says (`deploy_signal_id`): a path such as
    /// `/v1/signal/STACK/ID/resources/NAME`.
    public let path: String
    /// The name of the derived config that it tells of; nil where it tells of none. What is told of
    /// a config that was replaced meanwhile is not taken for the new one's.
    public let config: String?
    /// JSON.
    public let details: String

    public init(path: String, config: String?, details: String) {
        self.path = path
        self.config = config
        self.details = details
    }

    public enum Reply: String, Codable, Sendable, Hashable {
        case taken
        /// Nobody waits for it, and nobody will: sending it again is no use.
        case unknown
    }
}
