import Glibc
public import IPMI

/// Finds the addresses that names stand for.
public enum HostResolver {
    /// The first address of a host: its name, or the address itself in writing. Waits for the
    /// system's resolver where it is a name.
    ///
    /// - Returns: nil where nobody knows the name.
    public static func resolve(_ host: String, port: UInt16) -> DatagramPeer? {
        if let peer = literal(host, port: port) { return peer }
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &found) == 0, let found else { return nil }
        defer { freeaddrinfo(found) }
        var next: UnsafeMutablePointer<addrinfo>? = found
        while let entry = next?.pointee {
            if let peer = peer(entry, port) { return peer }
            next = entry.ai_next
        }
        return nil
    }

    /// An address of IPv4 in writing, for which nobody has to be asked.
    ///
    /// - Returns: nil for anything else.
    public static func literal(_ host: String, port: UInt16) -> DatagramPeer? {
        var address = in_addr()
        guard inet_pton(AF_INET, host, &address) == 1 else { return nil }
        return DatagramPeer(ipv4: UInt32(bigEndian: address.s_addr), port: port)
    }

    private static func peer(_ entry: addrinfo, _ port: UInt16) -> DatagramPeer? {
        let family: SocketAddress.Family
        switch entry.ai_family {
        case AF_INET: family = .ipv4
        case AF_INET6: family = .ipv6
        default: return nil
        }
        guard let source = entry.ai_addr else { return nil }
        var address = SocketAddress(family)
        address.fill { target, _ in
            UnsafeMutableRawPointer(target).copyMemory(
                from: source, byteCount: Int(entry.ai_addrlen))
        }
        let peer = address.peer
        return DatagramPeer(high: peer.high, low: peer.low, port: port)
    }
}
