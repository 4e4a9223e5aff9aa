/// What a server's metadata is at some moment.
public struct CollectedMetadata: Codable, Sendable, Hashable {
    /// What tells it apart from what it was before.
    public let version: String
    /// What its resource and the deployments on it say: JSON.
    public let document: String
    /// The name of the instance, and what the system is called: what a machine finds out of itself
    /// (`instance-id` and `hostname` of EC2's metadata).
    public let instance: String
    public let hostname: String

    public init(version: String, document: String, instance: String, hostname: String) {
        self.version = version
        self.document = document
        self.instance = instance
        self.hostname = hostname
    }
}
