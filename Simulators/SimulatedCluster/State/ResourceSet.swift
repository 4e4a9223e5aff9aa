/// Several resources named together in a constraint.
public struct ResourceSet: Sendable, Hashable {
    public var id: String
    public var resources: [ResourceID]
    /// Whether they depend on each other too; nil where a configuration does not say.
    public var isSequential: Bool?
    /// Whether all of them are needed, or one is enough.
    public var requiresAll: Bool?
    public var action: OperationTask?
    public var role: ResourceRole?
    public var kind: OrderConstraint.Kind?
    public var isSymmetrical: Bool?
    public var score: Score?
    /// Whether the first is depended on (as in groups) or the last.
    public var isListed = false

    public init(_ id: String, _ resources: [ResourceID]) {
        self.id = id
        self.resources = resources
    }
}
