import Hardware
public import World

/// Hosts on a ring of hashes, each at many points, so that a key keeps its host when other hosts
/// come and go.
///
/// It gives the same host for the same key as the rings of Ironic (`tooz.hashring`, MD5): a host's
/// points are the digests of its name repeated twice and more, and a key belongs to the first point
/// beyond its own digest. Hosts, not their order, decide.
public struct HashRing: Sendable, Hashable {
    /// How often each host is on the ring (Ironic's `hash_partition_exponent` of 5).
    public static let partitions = 32

    private struct Point: Hashable {
        let place: UInt128
        let host: HostAddress
    }

    /// In order of place.
    private let points: [Point]
    /// In order of name, each once.
    public let hosts: [HostAddress]

    /// - Parameter partitions: points of each host; more spread keys more evenly.
    /// - Precondition: `partitions` is at least one.
    public init(_ hosts: some Sequence<HostAddress>, partitions: Int = Self.partitions) {
        precondition(partitions > 0, "A host stands somewhere on its ring.")
        self.hosts = Set(hosts).sorted()
        points = self.hosts.flatMap { Self.points(of: $0, count: partitions) }
            .sorted { ($0.place, $0.host) < ($1.place, $1.host) }
    }

    /// The host a key belongs to; nil where the ring is empty.
    public func host(for key: String) -> HostAddress? {
        // Where there is one host there is nothing to look up.
        if hosts.count < 2 { return hosts.first }
        return points[first(beyond: MD5(key.utf8).digest)].host
    }

    /// The hosts a key belongs to, the first before those that would take it over in turn.
    ///
    /// - Parameters:
    ///   - ignored: hosts that are left out.
    ///   - count: how many are wanted; fewer come back where there are not as many.
    public func hosts(
        for key: String, ignoring ignored: [HostAddress] = [], count: Int
    ) -> [HostAddress] {
        var found: [HostAddress] = []
        let wanted = min(count, hosts.filter { !ignored.contains($0) }.count)
        guard wanted > 0 else { return [] }
        var index = first(beyond: MD5(key.utf8).digest)
        while found.count < wanted {
            let host = points[index].host
            if !ignored.contains(host), !found.contains(host) { found.append(host) }
            index = (index + 1) % points.count
        }
        return found
    }

    /// The first point beyond a place, round the ring.
    private func first(beyond place: UInt128) -> Int {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].place > place { high = middle } else { low = middle + 1 }
        }
        return low % points.count
    }

    private static func points(of host: HostAddress, count: Int) -> [Point] {
        var hash = MD5(host.text.utf8)
        return (0..<count).map { _ in
            hash.update(host.text.utf8)
            return Point(place: hash.digest, host: host)
        }
    }
}
