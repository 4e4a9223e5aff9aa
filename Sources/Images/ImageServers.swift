public import Hardware
public import World

/// The hosts that serve images, and which of them a machine is to fetch from.
///
/// Each has the bandwidth of its own link, which only those machines share that fetch from it.
public struct ImageServers: Sendable, Hashable {
    /// How many a machine is told of: one to fetch from, and two for when it dies.
    public static let offered = 3

    public let servers: [ImageServer]

    public init(_ servers: [ImageServer]) { self.servers = servers }

    /// The hosts that a machine is to try, in this order: those of its own rack first, since no
    /// uplink lies between; among equals, each machine has an order of its own, so that many
    /// machines spread over all of them. A server that comes or goes moves nobody else's machines
    /// (rendezvous hashing).
    ///
    /// - Parameter machine: what tells machines apart, the same at each call.
    public func order(for machine: String, in rack: RackName?) -> [HostAddress] {
        let ranked = servers.map { server in
            Rank(
                isElsewhere: rack == nil || server.rack != rack,
                weight: Self.weight(of: server.host, for: machine), host: server.host)
        }
        return ranked.sorted().prefix(Self.offered).map(\.host)
    }

    private struct Rank: Comparable {
        let isElsewhere: Bool
        let weight: UInt64
        let host: HostAddress

        static func < (one: Rank, other: Rank) -> Bool {
            if one.isElsewhere != other.isElsewhere { return other.isElsewhere }
            return (one.weight, one.host.text) < (other.weight, other.host.text)
        }
    }

    /// FNV-1a over both names, and a last mix (SplitMix64's) that carries what the last letters
    /// differ by into the bits that decide.
    private static func weight(of host: HostAddress, for machine: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(host.text)#\(machine)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }
}
