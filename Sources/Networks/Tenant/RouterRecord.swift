import Hardware
public import World

/// What joins networks (Neutron's router).
public struct RouterRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "router"
    public static let version = 1

    public let id: String
    public var name: String
    public var isUp = true
    /// The network outside, where there is one, and its end in it.
    public var externalNetwork: String?
    public var externalPort: String?
    public var translatesSources = true

    public init(id: String, name: String) { (self.id, self.name) = (id, name) }
}
