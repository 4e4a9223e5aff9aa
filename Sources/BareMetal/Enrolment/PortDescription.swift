public import Hardware

/// One network interface of a node, as its operator describes it.
public struct PortDescription: Sendable, Hashable, Codable {
    public let address: MACAddress
    /// The network the interface is cabled to; nil where the file does not say.
    public let physicalNetwork: String?
    /// Where its cable ends; nil where the file does not say.
    public let localLink: LocalLinkConnection?
    /// Whether the node may start over it; nil where the file does not say, which means yes.
    public let isPXEEnabled: Bool?
    /// Whether the interface is a computer of its own; nil where the file does not say.
    public let isSmartNIC: Bool?

    public init(
        address: MACAddress, physicalNetwork: String? = nil, localLink: LocalLinkConnection? = nil,
        isPXEEnabled: Bool? = nil, isSmartNIC: Bool? = nil
    ) {
        self.address = address
        self.physicalNetwork = physicalNetwork
        self.localLink = localLink
        self.isPXEEnabled = isPXEEnabled
        self.isSmartNIC = isSmartNIC
    }
}
