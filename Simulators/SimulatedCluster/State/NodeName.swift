public import Hardware

/// What a cluster's node calls itself: `uname -n` of its machine.
public struct NodeName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
