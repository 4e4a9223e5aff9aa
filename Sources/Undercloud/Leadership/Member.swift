import Hardware
public import World

/// A replica's sign of life.
public struct Member: StoredDocument, Hashable {
    public static let kind: DocumentKind = "member"
    public static let version = 1

    public let host: HostAddress
    public let count: Int

    public init(host: HostAddress, count: Int) {
        self.host = host
        self.count = count
    }

    public var id: String { host.text }
}
