import Hardware
public import World

/// Where a service of the overcloud is reached (Keystone's catalogue).
public struct Endpoint: StoredDocument, Hashable {
    public static let kind: DocumentKind = "endpoint"
    public static let version = 1

    /// The service's type: `identity`, `compute`.
    public let service: String
    public let url: String

    public init(service: String, url: String) {
        self.service = service
        self.url = url
    }

    public var id: String { service }
}
