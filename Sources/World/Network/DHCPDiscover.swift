public import Hardware

/// A starting machine's broadcast for an address and something to boot (RFC 2131, PXE 2.1).
public struct DHCPDiscover: NetworkRequest {
    public static let name = "dhcp-discover"

    public let address: MACAddress
    public let bootMode: BootMode
    /// The network that it is heard in: its server's interface there, or the relay's (RFC 3046).
    public let vlan: VLAN

    public init(address: MACAddress, bootMode: BootMode, vlan: VLAN = .ctlplane) {
        self.address = address
        self.bootMode = bootMode
        self.vlan = vlan
    }

    /// Nil where the server has nothing for this machine; the machine then tries its next device.
    public struct Reply: Codable, Sendable {
        public let offer: DHCPOffer?
        public init(offer: DHCPOffer?) { self.offer = offer }
    }
}
