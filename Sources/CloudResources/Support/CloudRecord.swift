import Hardware
public import Orchestration
public import World

/// A thing of the cloud's that nothing here acts on: it is kept as it was asked for (Keystone's
/// users, Nova's key pairs, Cinder's volumes).
public struct CloudRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "cloud-thing"
    public static let version = 1

    public let id: String
    /// The resource type it is of: `OS::Keystone::User`.
    public let type: String
    public var name: String
    /// As its service's interface shows it.
    public var shown: TemplateValue

    public init(id: String, type: String, name: String, shown: TemplateValue) {
        self.id = id
        self.type = type
        self.name = name
        self.shown = shown
    }
}
