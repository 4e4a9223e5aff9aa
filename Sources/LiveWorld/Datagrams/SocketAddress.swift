import Glibc
import IPMI

/// An address as the system calls take it.
///
/// On a socket of IPv6 an address of IPv4 is one mapped into IPv6, which is also how
/// ``DatagramPeer`` writes it.
struct SocketAddress {
    enum Family {
        case ipv4, ipv6

        init(of peer: DatagramPeer) { self = peer.isIPv4 ? .ipv4 : .ipv6 }

        var number: Int32 { self == .ipv4 ? AF_INET : AF_INET6 }
    }

    /// Large enough for both families.
    private var storage = sockaddr_in6()
    private let family: Family

    /// One that a call is to fill in.
    init(_ family: Family) { self.family = family }

    init(_ peer: DatagramPeer, _ family: Family) {
        self.family = family
        switch family {
        case .ipv4:
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = peer.port.bigEndian
            address.sin_addr.s_addr = UInt32(truncatingIfNeeded: peer.low).bigEndian
            withUnsafeMutableBytes(of: &storage) {
                $0.storeBytes(of: address, as: sockaddr_in.self)
            }
        case .ipv6:
            storage.sin6_family = sa_family_t(AF_INET6)
            storage.sin6_port = peer.port.bigEndian
            withUnsafeMutableBytes(of: &storage.sin6_addr) {
                $0.storeBytes(of: peer.high.bigEndian, as: UInt64.self)
                $0.storeBytes(of: peer.low.bigEndian, toByteOffset: 8, as: UInt64.self)
            }
        }
    }

    private var length: socklen_t {
        socklen_t(
            family == .ipv4 ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size)
    }

    var peer: DatagramPeer {
        withUnsafeBytes(of: storage) { bytes in
            switch family {
            case .ipv4:
                let address = bytes.loadUnaligned(as: sockaddr_in.self)
                return DatagramPeer(
                    ipv4: UInt32(bigEndian: address.sin_addr.s_addr),
                    port: UInt16(bigEndian: address.sin_port))
            case .ipv6:
                return withUnsafeBytes(of: storage.sin6_addr) {
                    DatagramPeer(
                        high: UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
                        low: UInt64(
                            bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
                        port: UInt16(bigEndian: storage.sin6_port))
                }
            }
        }
    }

    /// - Returns: what the socket is bound to then; nil where the address cannot be had.
    func bind(_ descriptor: Int32) -> SocketAddress? {
        guard lend({ Glibc.bind(descriptor, $0, $1) }) == 0 else { return nil }
        var bound = SocketAddress(family)
        let status = bound.fill { getsockname(descriptor, $0, $1) }
        return status == 0 ? bound : nil
    }

    func lend<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafeBytes(of: storage) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { addresses in
                guard let address = addresses.baseAddress else {
                    preconditionFailure("An address takes memory.")
                }
                return body(address, length)
            }
        }
    }

    mutating func fill<Result>(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
    ) -> Result {
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        return withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
        }
    }
}
