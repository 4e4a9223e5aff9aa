public import BareMetal
public import World

/// What an operator asks of a node, of whoever leads; passed on to the node's conductor.
///
/// A lost reply says nothing about whether it was taken on. Whoever asks again is refused where it
/// was, since the node's state does not take the same verb twice.
public struct OperatorRequest: NetworkRequest {
    public static let name = "operator-request"

    public let request: NodeRequest
    public let node: NodeName

    public init(_ request: NodeRequest, of node: NodeName) {
        self.request = request
        self.node = node
    }

    public struct Reply: Codable, Sendable {
        /// Whose document tells how it went.
        public let intent: Identifier
        public init(intent: Identifier) { self.intent = intent }
    }
}
