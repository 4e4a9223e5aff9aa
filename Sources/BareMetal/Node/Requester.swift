/// Who asks something of a node.
public enum Requester: String, Sendable, Hashable, Codable {
    /// A person, or a program that is none of the service's.
    case `operator`
    /// The service itself, which brings nodes into the pool and servers onto them.
    case service
}
