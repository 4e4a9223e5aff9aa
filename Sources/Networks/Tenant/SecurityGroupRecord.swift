import Hardware
public import World

/// What may reach the ports in it (Neutron's security group).
public struct SecurityGroupRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "security-group"
    public static let version = 1

    public let id: String
    public var name: String
    public var description = ""
    /// Each as JSON, in Neutron's terms.
    public var rules: [String] = []

    public init(id: String, name: String) { (self.id, self.name) = (id, name) }
}
