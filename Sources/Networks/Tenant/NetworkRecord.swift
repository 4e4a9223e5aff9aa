import Hardware
public import World

/// A network that ports are in (Neutron's).
public struct NetworkRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "network"
    public static let version = 1

    public let id: String
    public var name: String
    public var isUp = true
    public var isShared = false
    public var hasPortSecurity = true
    public var tags: [String] = []

    public init(id: String, name: String) { (self.id, self.name) = (id, name) }
}
