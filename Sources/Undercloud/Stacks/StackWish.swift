public import Orchestration
public import World

/// What an operator asks of the overcloud's stack, of whoever leads.
///
/// It may be sent any number of times under one identifier.
public struct StackWish: NetworkRequest {
    public static let name = "stack-wish"

    public enum Content: Codable, Sendable, Hashable {
        /// Brings the stack to other parameters, and keeps the rest.
        ///
        /// - files: what comes with the environment, by name.
        /// - environment: as ``Environment/document`` writes it.
        case update(
            files: [String: String], environment: TemplateValue, rollback: StackRecord.Rollback)
        /// Lets a resource go on that waits at a hook; its name is the path to it.
        case clear(Hook, resource: [String])
        case cancelUpdate
        case delete
    }

    public let id: String
    public let content: Content

    public init(id: String, _ content: Content) {
        self.id = id
        self.content = content
    }

    public struct Reply: Codable, Sendable {
        public init() {}
    }
}
