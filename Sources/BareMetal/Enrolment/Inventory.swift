/// The machines an operator hands over, as an `instackenv.json` names them.
public struct Inventory: Sendable, Hashable {
    /// In the file's order; names, addresses and identifiers are unique among them.
    public let nodes: [NodeDescription]

    public init(nodes: [NodeDescription]) { self.nodes = nodes }
}
