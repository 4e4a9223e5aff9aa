import Hardware
public import World

/// A config that is to be carried out on a server, and what came of it.
public struct SoftwareDeploymentRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "software-deployment"
    public static let version = 1

    public let id: String
    public var server: String
    /// The name of the config that was derived for it.
    public var config: String
    public var action: ResourceAction
    public var status: WorkStatus
    public var reason: String
    public var outputs: TemplateValue = .emptyMap
    /// The stack and the resource that a signal is for.
    public var stack: String
    public var resource: String
}
