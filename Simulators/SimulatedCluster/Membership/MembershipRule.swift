/// Who is together where not everybody hears everybody.
enum MembershipRule {
    /// The members of `node`'s group: the lowest node takes all that hear each other and it, then
    /// the lowest of the rest does, and so on.
    static func group(
        of node: NodeName, among nodes: [NodeName], linked: (NodeName, NodeName) -> Bool
    ) -> [NodeName] {
        var left = nodes.sorted()
        while let lowest = left.first {
            var group = [lowest]
            for other in left.dropFirst() where group.allSatisfy({ linked($0, other) }) {
                group.append(other)
            }
            if group.contains(node) { return group }
            left.removeAll(where: group.contains)
        }
        return [node]
    }
}
