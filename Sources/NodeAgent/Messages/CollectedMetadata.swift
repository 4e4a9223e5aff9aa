/// What a server's metadata is at some moment.
public struct CollectedMetadata: Codable, Sendable, Hashable {
    /// What tells it apart from any other.
    public let version: String
    /// JSON.
    public let document: String

    public init(version: String, document: String) {
        self.version = version
        self.document = document
    }
}
