import Glibc
import NodeAgent

/// A socket that takes LLDP's frames off an interface (packet(7)). The Glibc module leaves its
/// structures out, so they are written byte by byte.
struct PacketSocket {
    let interface: String
    let descriptor: Int32

    /// From `linux/if_packet.h` and `linux/if_ether.h`.
    private static let protocolNumber: UInt16 = 0x88CC
    private static let packetLevel: Int32 = 263
    private static let addMembership: Int32 = 1
    private static let multicast: UInt16 = 0
    /// The nearest bridge, the nearest one that is no relay, and the nearest customer's bridge
    /// (IEEE 802.1AB, table 7-1).
    private static let groups: [[UInt8]] = [0x0E, 0x03, 0x00].map { [0x01, 0x80, 0xC2, 0, 0, $0] }
    /// The longest frame without and with a tag, and some more.
    private static let frameLength = 1_600

    /// - Throws: without the right to (CAP_NET_RAW), or where there is no such interface.
    static func open(on interface: String) throws(NodeSystemError) -> PacketSocket {
        func failed() -> NodeSystemError {
            NodeSystemError("\(interface): \(String(cString: strerror(errno)))")
        }
        let index = if_nametoindex(interface)
        guard index > 0 else { throw failed() }
        let kind = Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_PACKET, kind, Int32(protocolNumber.bigEndian))
        guard descriptor >= 0 else { throw failed() }
        let socket = PacketSocket(interface: interface, descriptor: descriptor)
        guard socket.bind(index), groups.allSatisfy({ socket.join($0, index) }) else {
            let error = failed()
            socket.close()
            throw error
        }
        return socket
    }

    /// To `sockaddr_ll`: family, protocol, interface, then what is asked of nobody.
    private func bind(_ index: UInt32) -> Bool {
        var address = Self.bytes(UInt16(AF_PACKET)) + Self.bytes(Self.protocolNumber.bigEndian)
        address += Self.bytes(index) + [UInt8](repeating: 0, count: 12)
        return address.withUnsafeBytes { bytes in
            Glibc.bind(
                descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(bytes.count)) == 0
        }
    }

    /// As `packet_mreq`: interface, kind, length of the address, the address in eight bytes.
    private func join(_ group: [UInt8], _ index: UInt32) -> Bool {
        let request =
            Self.bytes(index) + Self.bytes(Self.multicast) + Self.bytes(UInt16(group.count))
            + group + [0, 0]
        return setsockopt(
            descriptor, Self.packetLevel, Self.addMembership, request, socklen_t(request.count))
            == 0
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number) { Array($0) }
    }

    /// The next frame; nil where there is none after all.
    func frame() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: Self.frameLength)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    func close() { _ = Glibc.close(descriptor) }
}
