import Hardware
public import World

/// What is to be done on servers, as a document of its own: one never changes, another is made.
public struct SoftwareConfigRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "software-config"
    public static let version = 1

    public let id: String
    public var name: String
    public var group: String
    public var config: TemplateValue
    public var options: TemplateValue = .emptyMap
    /// Each a map with at least `name`.
    public var inputs: [TemplateValue] = []
    public var outputs: [TemplateValue] = []
    public var createdAt: WallTime?
}
