public import Hardware

/// The machines an operator hands over.
public struct Inventory: Sendable, Hashable {
    /// In the file's order; names, addresses and identifiers are unique among them.
    public let nodes: [NodeDescription]
    /// What the file says that is taken for nothing, or may not mean what its author thinks.
    public let notices: [InputProblem]

    public init(nodes: [NodeDescription], notices: [InputProblem] = []) {
        self.nodes = nodes
        self.notices = notices
    }
}
