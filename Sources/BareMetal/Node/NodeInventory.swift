public import Hardware
public import World

/// What introspection found on a node, as it came (Ironic's `inventory`).
public struct NodeInventory: StoredDocument, Hashable {
    public static let kind: DocumentKind = "node-inventory"
    public static let version = 1

    public let node: NodeName
    public let facts: MachineFacts

    public init(node: NodeName, facts: MachineFacts) {
        self.node = node
        self.facts = facts
    }

    public var id: String { node.text }
}
