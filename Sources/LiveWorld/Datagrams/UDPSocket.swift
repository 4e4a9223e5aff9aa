import Glibc
public import IPMI

/// A socket for datagrams over IPv4 that never blocks.
public struct UDPSocket: ~Copyable, Sendable {
    /// Largest datagram that is taken; IPMI's are far smaller.
    private static let longest = 2048

    /// Bytes of datagrams that may wait.
    private static let room: Int32 = 1 << 20

    let descriptor: Int32
    /// The port it is bound to.
    public let port: UInt16

    /// - Parameters:
    ///   - ipv4: the address to bind to, most significant byte first; zero for all.
    ///   - port: zero for any that is free.
    public init(ipv4: UInt32, port: UInt16) throws(UDPSocketError) {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw UDPSocketError(call: "socket", code: errno) }
        guard let bound = Self.bind(descriptor, to: Self.address(ipv4, port)) else {
            let code = errno
            close(descriptor)
            throw UDPSocketError(call: "bind", code: code)
        }
        self.descriptor = descriptor
        self.port = bound
        // Answers of many hosts come at once. Less than was asked for is no error.
        var size: Int32 = Self.room
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }

    /// - Returns: the port; nil where the address cannot be had.
    private static func bind(_ descriptor: Int32, to address: sockaddr_in) -> UInt16? {
        var address = address
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { address in
            let isBound = address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
            return isBound ? UInt16(bigEndian: address.pointee.sin_port) : nil
        }
    }

    deinit { close(descriptor) }

    private static func address(_ ipv4: UInt32, _ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = ipv4.bigEndian
        return address
    }

    /// Waits until a datagram is there, or the time is over.
    func wait(for time: Duration) {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let milliseconds = (time / .milliseconds(1)).rounded(.up)
        _ = poll(&entry, 1, Int32(min(max(milliseconds, 0), 1000)))
    }

    /// The datagram that has waited longest; nil while there is none.
    public func receive() -> (bytes: [UInt8], peer: DatagramPeer)? {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.longest) { buffer, used in
            count = withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    recvfrom(descriptor, buffer.baseAddress, buffer.count, 0, $0, &length)
                }
            }
            used = max(count, 0)
        }
        guard count >= 0 else { return nil }
        let peer = DatagramPeer(
            ipv4: UInt32(bigEndian: address.sin_addr.s_addr),
            port: UInt16(bigEndian: address.sin_port))
        return (bytes, peer)
    }

    /// Sends a datagram; one that the system has no room for is lost, as on any network.
    public func send(_ datagram: OutgoingDatagram) {
        var address = Self.address(
            UInt32(truncatingIfNeeded: datagram.peer.low), datagram.peer.port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = datagram.bytes.withUnsafeBytes { bytes in
            withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    sendto(descriptor, bytes.baseAddress, bytes.count, 0, $0, size)
                }
            }
        }
    }
}
