/// A node as the cluster's configuration has it.
public struct NodeDefinition: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case member, remote, ping
    }

    public var id: String
    public var name: NodeName
    public var kind: Kind
    public var score: Score
    /// Attributes that outlive restarts, `standby` and `maintenance` among them.
    public var attributes: NodeAttributes

    public init(
        _ name: NodeName, id: String? = nil, kind: Kind = .member, score: Score = .zero,
        attributes: NodeAttributes = [:]
    ) {
        self.name = name
        self.id = id ?? name.text
        self.kind = kind
        self.score = score
        self.attributes = attributes
    }
}
