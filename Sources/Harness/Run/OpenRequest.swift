public import BareMetal

/// What the scenario's operator has asked of a node and nobody has taken on.
public struct OpenRequest: Sendable, Hashable {
    public let node: NodeName
    public let operation: OperationName
    /// What was answered last.
    public let reason: String

    public init(node: NodeName, operation: OperationName, reason: String) {
        self.node = node
        self.operation = operation
        self.reason = reason
    }
}
