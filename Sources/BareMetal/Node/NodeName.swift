public import Hardware

/// What an operator calls a node. Ironic allows letters, digits and `-._~`.
public struct NodeName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
