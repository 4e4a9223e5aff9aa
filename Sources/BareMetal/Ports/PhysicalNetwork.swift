public import Hardware

/// What ports are cabled to, by the network service's name for it (`physical_network`).
public struct PhysicalNetwork: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
