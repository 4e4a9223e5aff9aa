/// What is done before what.
public struct OrderConstraint: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The second needs the first.
        case mandatory
        /// Only when both are done in one transition.
        case optional
        /// Never both at once.
        case serialize
    }

    public struct Step: Sendable, Hashable {
        public var resource: ResourceID
        /// nil for starting, or for what the first step does.
        public var action: OperationTask?

        public init(_ resource: ResourceID, _ action: OperationTask? = nil) {
            self.resource = resource
            self.action = action
        }
    }

    public enum Subject: Sendable, Hashable {
        case pair(Step, then: Step)
        case sets([ResourceSet])
    }

    public var id: String
    public var subject: Subject
    public var kind: Kind
    /// Whether the opposite actions are ordered the other way round; nil for the kind's default.
    public var isSymmetrical: Bool?
    public var requiresAll = true

    public init(
        _ id: String, _ subject: Subject, kind: Kind = .mandatory, isSymmetrical: Bool? = nil
    ) {
        self.id = id
        self.subject = subject
        self.kind = kind
        self.isSymmetrical = isSymmetrical
    }
}
