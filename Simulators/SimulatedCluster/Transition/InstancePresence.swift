/// An instance that is on a node, as something.
public struct InstancePresence: Sendable, Hashable {
    public let id: ResourceID
    public let node: NodeName
    public var role: ResourceRole

    public init(id: ResourceID, node: NodeName, role: ResourceRole) {
        self.id = id
        self.node = node
        self.role = role
    }
}
