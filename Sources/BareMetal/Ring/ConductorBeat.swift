import Hardware
public import World

/// A conductor's sign of life. Whoever leads looks whether it changes, by its own clock; no time is
/// written down.
public struct ConductorBeat: StoredDocument, Hashable {
    public static let kind: DocumentKind = "conductor-beat"
    public static let version = 1

    public let host: HostAddress
    public let term: Term
    public let count: Int

    public init(host: HostAddress, term: Term, count: Int) {
        self.host = host
        self.term = term
        self.count = count
    }

    public var id: String { host.text }
}
