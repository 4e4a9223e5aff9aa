public import Hardware

/// Which store: the seed's own, or the one the undercloud's replicas share.
public struct StoreName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
