/// What the cluster knows of a node at the moment.
public struct NodeStatus: Sendable, Hashable {
    /// How far a node has come in joining the controllers.
    public enum Join: String, Sendable, Hashable {
        case down, pending, member, banned
    }

    public var node: NodeName
    public var id: String
    /// Whether corosync has it in its membership; nil if it was never seen.
    public var isInMembership: Bool?
    /// Whether its controller is in the process group.
    public var hasController: Bool
    public var join: Join?
    /// What the cluster wants the node to be; nil counts as down.
    public var expected: Join?
    /// Attributes that a restart forgets: fail counts, promotion scores, a wish to shut down.
    public var attributes: NodeAttributes
    public var history: [ResourceHistory]

    public init(
        _ node: NodeName, id: String? = nil, isInMembership: Bool? = true,
        hasController: Bool = true, join: Join? = .member, expected: Join? = .member,
        attributes: NodeAttributes = [:], history: [ResourceHistory] = []
    ) {
        self.node = node
        self.id = id ?? node.text
        self.isInMembership = isInMembership
        self.hasController = hasController
        self.join = join
        self.expected = expected
        self.attributes = attributes
        self.history = history
    }
}
