import Glibc
public import IPMI

/// A socket for datagrams that never blocks, over IPv4 or IPv6.
public struct UDPSocket: ~Copyable, Sendable {
    /// Largest datagram that is taken; IPMI's are far smaller.
    private static let longest = 2048

    /// Bytes of datagrams that may wait.
    private static let room: Int32 = 1 << 20

    let descriptor: Int32
    /// The port it is bound to.
    public let port: UInt16
    /// What the system knows its addresses by.
    private let family: SocketAddress.Family

    /// - Parameter place: the address to bind to; port zero for any that is free.
    public init(boundTo place: DatagramPeer) throws(SocketError) {
        try self.init(SocketAddress.Family(of: place), place)
    }

    private init(
        _ family: SocketAddress.Family, _ place: DatagramPeer
    ) throws(SocketError) {
        let descriptor = socket(
            family.number, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw SocketError(call: "socket", code: errno) }
        if family == .ipv6 { Self.set(IPPROTO_IPV6, IPV6_V6ONLY, 0, of: descriptor) }
        guard let bound = SocketAddress(place, family).bind(descriptor) else {
            let code = errno
            close(descriptor)
            throw SocketError(call: "bind", code: code)
        }
        self.descriptor = descriptor
        self.family = family
        port = bound.peer.port
        // Answers of many hosts come at once. Less than was asked for is no error.
        Self.set(SOL_SOCKET, SO_RCVBUF, Self.room, of: descriptor)
    }

    /// A socket on a free port, from which addresses of both families can be reached; of IPv4
    /// alone where the system has no IPv6.
    public static func unbound() throws(SocketError) -> UDPSocket {
        do throws(SocketError) {
            return try UDPSocket(.ipv6, DatagramPeer(high: 0, low: 0, port: 0))
        } catch {
            return try UDPSocket(.ipv4, DatagramPeer(ipv4: 0, port: 0))
        }
    }

    private static func set(
        _ level: some BinaryInteger, _ option: Int32, _ value: Int32, of descriptor: Int32
    ) {
        var value = value
        setsockopt(
            descriptor, Int32(level), option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(descriptor) }

    /// Waits until a datagram is there, or the time is over.
    func wait(for time: Duration) {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, Self.milliseconds(time))
    }

    /// Waits until a datagram is there, somebody ends the wait, or the time is over.
    ///
    /// - Returns: whether somebody has ended it.
    func wait(for time: Duration, or alarm: WakeUp) -> Bool {
        var entries = [descriptor, alarm.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        _ = poll(&entries, 2, Self.milliseconds(time))
        return entries[1].revents != 0
    }

    /// As the system counts a wait: no shorter than asked for, and not for ever.
    private static func milliseconds(_ time: Duration) -> Int32 {
        Int32(min(max((time / .milliseconds(1)).rounded(.up), 0), 1000))
    }

    /// The datagram that has waited longest; nil while there is none.
    public func receive() -> (bytes: [UInt8], peer: DatagramPeer)? {
        var address = SocketAddress(family)
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.longest) { buffer, used in
            count = address.fill { pointer, length in
                recvfrom(descriptor, buffer.baseAddress, buffer.count, 0, pointer, length)
            }
            used = max(count, 0)
        }
        return count >= 0 ? (bytes, address.peer) : nil
    }

    /// Sends a datagram; one that the system has no room for, or no way, is lost, as on any
    /// network.
    public func send(_ datagram: OutgoingDatagram) {
        SocketAddress(datagram.peer, family).lend { pointer, length in
            _ = datagram.bytes.withUnsafeBytes {
                sendto(descriptor, $0.baseAddress, $0.count, 0, pointer, length)
            }
        }
    }
}
