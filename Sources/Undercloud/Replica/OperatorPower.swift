public import BareMetal
import Hardware
public import World

/// What an operator asks of a machine's power, of whoever leads; passed on to the node's conductor.
///
/// A lost reply says nothing about whether it was taken on. The node's record tells: it shows where
/// the power is to go for as long as the change is under way.
public struct OperatorPower: NetworkRequest {
    public static let name = "operator-power"

    public let request: PowerRequest
    public let node: NodeName

    public init(_ request: PowerRequest, of node: NodeName) {
        self.request = request
        self.node = node
    }

    public struct Reply: Codable, Sendable {
        public init() {}
    }
}
