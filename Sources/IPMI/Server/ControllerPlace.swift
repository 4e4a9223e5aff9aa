public import Hardware

/// Where a fake controller sits on the network, as it tells those who ask.
public struct ControllerPlace: Sendable, Hashable {
    /// Most significant byte first.
    public let ipv4: UInt32
    public let port: UInt16
    public let mac: MACAddress

    public init(ipv4: UInt32, port: UInt16 = 623, mac: MACAddress) {
        self.ipv4 = ipv4
        self.port = port
        self.mac = mac
    }

    /// - Parameter peer: its address; one of IPv6 is not told in the parameters of IPv4.
    public init(peer: DatagramPeer, port: UInt16, mac: MACAddress) {
        let ipv4 = peer.isIPv4 ? UInt32(truncatingIfNeeded: peer.low) : 0
        self.init(ipv4: ipv4, port: port, mac: mac)
    }
}
