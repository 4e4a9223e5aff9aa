public import Hardware

/// A virtual interface, a network's end of a port, by the network service's name for it.
public struct VIF: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
