import Hardware
public import World

/// Something that somebody asks of a stack's engine, in the order of ids.
public struct StackRequest: StoredDocument, Hashable {
    public static let kind: DocumentKind = "stack-request"
    public static let version = 1

    public enum Content: Sendable, Hashable, Codable {
        /// The stack's record has changed.
        case look
        /// Tells a resource something.
        case signal(resource: String, details: TemplateValue)
        /// Says that a resource is not what it should be, or that it is after all.
        case mark(resource: String, Health, reason: String)
    }

    public enum Health: String, Sendable, Hashable, Codable {
        case healthy, unhealthy
    }

    public let id: String
    public let stack: String
    public let content: Content
}
