import Hardware
public import World

extension Transaction {
    /// Makes a node out of its description, with a port for each of its interfaces.
    ///
    /// - Parameter random: draws the identifier of a node that was given none.
    public mutating func enrol(_ description: NodeDescription, using random: any RandomSource) {
        let node = Node(description, uuid: Identifier(drawnFrom: random))
        insert(node)
        for port in description.ports { insert(Port(port, of: node.name)) }
    }
}
