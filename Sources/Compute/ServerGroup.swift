import Hardware
public import World

/// Servers that are to be near each other, or not (Nova's server group).
///
/// A machine carries one server, so that Nova's rules about hosts are kept by all machines or by
/// none; what servers share or do not share here is a rack. It is a record only: placement takes no
/// notice of it.
public struct ServerGroup: StoredDocument, Hashable {
    public static let kind: DocumentKind = "server-group"
    public static let version = 1

    public enum Policy: String, Sendable, Hashable, Codable {
        /// In one rack, or nowhere.
        case affinity
        /// On different machines, which is always so, and in different racks where that can be.
        case antiAffinity = "anti-affinity"
        /// In one rack where that can be.
        case softAffinity = "soft-affinity"
        /// In different racks where that can be.
        case softAntiAffinity = "soft-anti-affinity"
    }

    public let id: String
    public var name: String
    public let policy: Policy

    public init(id: String, name: String, policy: Policy) {
        (self.id, self.name, self.policy) = (id, name, policy)
    }
}
