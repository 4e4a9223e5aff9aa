public import BareMetal
public import World

/// An operator wants what was last found out of a node to be taken over anew, without asking the
/// machine (inspector's reapply); passed on to the node's conductor.
public struct OperatorReapply: NetworkRequest {
    public static let name = "operator-reapply"

    public let node: NodeName

    public init(of node: NodeName) { self.node = node }

    public struct Reply: Codable, Sendable {
        public init() {}
    }
}
