/// Who belongs together, agreed on by all of them.
public struct GaleraView: Sendable, Hashable {
    /// One run of one node; a node that starts anew is another member.
    public struct Member: Sendable, Hashable, Comparable {
        public let node: ServiceNode
        public let run: Int
        public let weight: Int

        public static func < (left: Self, right: Self) -> Bool {
            (left.node, left.run) < (right.node, right.run)
        }
    }

    /// Views' names only grow.
    public struct ID: Sendable, Hashable, Comparable {
        public let number: Int
        public let coordinator: ServiceNode

        public static func < (left: Self, right: Self) -> Bool {
            (left.number, left.coordinator) < (right.number, right.coordinator)
        }
    }

    public let id: ID
    /// In order of their names.
    public let members: [Member]

    var nodes: [ServiceNode] { members.map(\.node) }
}
