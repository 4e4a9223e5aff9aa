/// Resources that want to be together, or apart.
public struct ColocationConstraint: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        /// The first is placed with regard to the second.
        case pair(ResourceID, with: ResourceID)
        case sets([ResourceSet])
    }

    public var id: String
    public var subject: Subject
    public var score: Score
    public var dependentRole: ResourceRole?
    public var primaryRole: ResourceRole?
    /// Together means that this attribute of their nodes is the same; nil for the same node.
    public var nodeAttribute: String?
    /// Whether the dependent's wishes move the primary; nil for what its `critical` says.
    public var influence: Bool?

    public init(
        _ id: String, _ subject: Subject, score: Score, dependentRole: ResourceRole? = nil,
        primaryRole: ResourceRole? = nil
    ) {
        self.id = id
        self.subject = subject
        self.score = score
        self.dependentRole = dependentRole
        self.primaryRole = primaryRole
    }
}
