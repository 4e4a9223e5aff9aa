import Hardware
public import World

/// A config that is to be carried out on a server, and what came of it.
public struct SoftwareDeploymentRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "software-deployment"
    public static let version = 1

    /// The server's id, a slash, and what names the deployment: those of a server lie together.
    public let id: String
    public let server: String
    /// The name of the config that was derived for it.
    public var config: String
    public var action: ResourceAction
    public var status: WorkStatus
    public var reason: String
    public var outputs: TemplateValue = .emptyMap
    /// The stack and the resource that a signal is for.
    public var stack: String
    public var resource: String

    static func id(server: String, uuid: Identifier) -> String { "\(server)/\(uuid)" }

    /// The one that a resource is; nil where it is none, or none yet.
    static func id(of resource: ResourceRecord) -> String? {
        guard let uuid = resource.physicalID, let server = resource["server"].string else {
            return nil
        }
        return id(server: server, uuid: Identifier(text: uuid))
    }

    /// Where those of one server lie.
    static func range(of server: String) -> DocumentRange {
        DocumentRange(from: "\(server)/", upTo: "\(server)0")
    }

    /// What names the deployment.
    var uuid: String { String(id.dropFirst(server.count + 1)) }
}
