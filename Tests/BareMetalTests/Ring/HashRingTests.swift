import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

/// What tooz 8 answers, which Ironic's rings are made of, for the same hosts and keys.
@Suite("A hash ring")
struct HashRingTests {
    private static let keys = [
        "6513270e-269e-4d37-b2a7-4de452e6b438",
        "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
        "9531985d-5d9d-49f8-9818-e811892f902b",
        "36f675cc-81e7-4ef5-a8e2-5d940ed90475",
        "6b0d549b-6f03-475a-9600-a35a099950d8",
        "8d116ece-1738-47d9-bd9c-172411e20b8f",
        "90c192cf-d3ac-44af-8f21-ddb66cad4a26",
        "a170b338-3926-4059-b28c-105d1fb17c23",
        "0fd630f1-f29d-4da9-953f-48f1a09f76b5",
        "0cb1e29c-658c-4a14-95e6-0af593bd04cf",
        "8e81973e-0bec-47b0-b898-d190f9ebdacc",
        "6b4cb242-4a23-4596-a217-beaddbc496cb",
        "92276658-1e27-41c0-8a6a-63ec24ede6a4",
        "ae97ba94-d0ed-482f-8f6d-05584ef8aa38",
        "923a7369-94e3-4f91-9a61-dbe22e44158b",
        "18f135d2-5f55-4203-b018-50c5a38fd547",
    ]
    private static let three: [HostAddress] = ["host1", "host2", "host3"]

    /// Which of the hosts each key has, by their indices in `hosts`.
    private func spread(_ ring: HashRing, over hosts: [HostAddress]) -> String {
        Self.keys.map { key in
            ring.host(for: key).flatMap { hosts.firstIndex(of: $0) }.map(String.init) ?? "-"
        }.joined()
    }

    @Test(
        "gives each key the host that Ironic's ring gives it",
        arguments: [
            (["host1", "host2", "host3"], 32, "2002110112021202"),
            (["undercloud-0", "undercloud-1"], 32, "1001100010001010"),
            (["a", "b", "c", "d", "e"], 32, "2243030020302404"),
            (["host1", "host2", "host3"], 1, "2120221222222222"),
            (["host1", "host2", "host3"], 4, "1020020121112122"),
        ] as [([HostAddress], Int, String)])
    func upstream(hosts: [HostAddress], partitions: Int, expected: String) {
        #expect(spread(HashRing(hosts, partitions: partitions), over: hosts) == expected)
    }

    @Test("leaves out the hosts that are to be ignored, as Ironic's does")
    func ignored() {
        let ring = HashRing(Self.three)
        let found = Self.keys.map { key in
            ring.hosts(for: key, ignoring: ["host2"], count: 1)
        }
        #expect(found.map { $0 == ["host3"] ? "2" : "0" }.joined() == "2002020202020202")
        #expect(ring.hosts(for: Self.keys[0], ignoring: Self.three, count: 1) == [])
    }

    @Test("names as many hosts for a key as there are replicas, as Ironic's does")
    func replicas() {
        let ring = HashRing(Self.three)
        let found = Self.keys.map { key in
            ring.hosts(for: key, count: 2).compactMap { Self.three.firstIndex(of: $0) }.sorted()
                .map(String.init).joined()
        }
        #expect(
            found == [
                "12", "01", "02", "02", "01", "12", "01", "12",
                "01", "12", "01", "12", "01", "02", "02", "12",
            ])
        #expect(Set(ring.hosts(for: Self.keys[0], count: 9)) == Set(Self.three))
    }

    @Test("hangs on which hosts there are, not on their order")
    func order() {
        #expect(HashRing(Self.three) == HashRing(Self.three.reversed()))
        #expect(HashRing(Self.three + Self.three) == HashRing(Self.three))
    }

    @Test("without hosts has none for any key")
    func empty() {
        #expect(HashRing([]).host(for: "a") == nil)
        #expect(HashRing([]).hosts(for: "a", count: 3) == [])
    }

    @Test("moves only the keys of a host that goes, and spreads them", arguments: UInt64(1)...20)
    func minimalMoves(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let keys = (0..<600).map { _ in String(chance.next(), radix: 16) }
        let (whole, less) = (HashRing(Self.three), HashRing(["host1", "host3"]))
        var inherited: [HostAddress: Int] = [:]
        for key in keys {
            guard let before = whole.host(for: key), let after = less.host(for: key) else {
                Issue.record("A ring of hosts has one for every key.")
                return
            }
            if before == "host2" {
                inherited[after, default: 0] += 1
            } else {
                #expect(before == after)
            }
        }
        #expect(inherited.count == 2)
        for host in Self.three { #expect(keys.contains { whole.host(for: $0) == host }) }
    }
}
