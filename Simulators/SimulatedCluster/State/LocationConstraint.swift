/// Where resources want to be, or must not.
public struct LocationConstraint: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        case resource(ResourceID)
        /// All top-level resources whose identity matches; inverted if it begins with `!`.
        case pattern(String)
        case sets([ResourceSet])
    }

    public enum Wish: Sendable, Hashable {
        case node(NodeName, Score)
        case rules([LocationRule])
    }

    /// Where the cluster looks for a resource that it did not start.
    public enum Discovery: Int, Sendable, Hashable {
        case always, never, exclusive
    }

    public var id: String
    public var subject: Subject
    public var wish: Wish
    /// The role it is about; nil for all.
    public var role: ResourceRole?
    public var discovery = Discovery.always

    public init(_ id: String, _ subject: Subject, _ wish: Wish, role: ResourceRole? = nil) {
        self.id = id
        self.subject = subject
        self.wish = wish
        self.role = role
    }
}
