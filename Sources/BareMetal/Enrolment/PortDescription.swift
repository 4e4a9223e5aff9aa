public import Hardware

/// One network interface of a node, as its operator describes it.
public struct PortDescription: Sendable, Hashable, Codable {
    public let address: MACAddress
    /// The network the interface is cabled to; nil where the file does not say.
    public let physicalNetwork: String?

    public init(address: MACAddress, physicalNetwork: String? = nil) {
        self.address = address
        self.physicalNetwork = physicalNetwork
    }
}
