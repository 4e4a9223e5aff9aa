/// Where a datagram came from and where its answer goes: an IPv6 address, or an IPv4 one mapped
/// into it (RFC 4291, section 2.5.5.2), and a port. A simulated network numbers its hosts so too.
public struct DatagramPeer: Sendable, Hashable {
    public let high: UInt64
    public let low: UInt64
    public let port: UInt16

    public init(high: UInt64, low: UInt64, port: UInt16) {
        self.high = high
        self.low = low
        self.port = port
    }

    /// - Parameter ipv4: the address, most significant byte first.
    public init(ipv4: UInt32, port: UInt16) {
        self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(ipv4), port: port)
    }

    /// Whether it is an address of IPv4.
    public var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// The four bytes of an IPv4 address; zeros for another.
    var ipv4: [UInt8] {
        guard isIPv4 else { return [0, 0, 0, 0] }
        return (0..<4).map { UInt8(truncatingIfNeeded: low >> (24 - 8 * UInt64($0))) }
    }
}
