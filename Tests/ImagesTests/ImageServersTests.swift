import Hardware
import Images
import Testing
import World

@Suite("Whom a machine fetches its image from")
struct ImageServersTests {
    private static let three = servers([("node-1", "rack-1"), ("node-2", "rack-2"), ("seed", nil)])

    private static func servers(_ places: [(HostAddress, RackName?)]) -> ImageServers {
        ImageServers(places.map { ImageServer(host: $0.0, rack: $0.1) })
    }

    private static func firsts(
        _ servers: ImageServers, machines: Int, in rack: RackName? = nil
    ) -> [HostAddress: Int] {
        var counts: [HostAddress: Int] = [:]
        for number in 1...machines {
            guard let first = servers.order(for: "node-\(number)", in: rack).first else { continue }
            counts[first, default: 0] += 1
        }
        return counts
    }

    @Test("is nobody where nobody serves")
    func nobody() { #expect(ImageServers([]).order(for: "node-7", in: "rack-1") == []) }

    @Test("is the server of its own rack first, then the others")
    func sameRack() {
        for number in 1...100 {
            let order = Self.three.order(for: "node-\(number)", in: "rack-2")
            #expect(order.first == "node-2")
            #expect(Set(order) == ["node-1", "node-2", "seed"])
        }
    }

    @Test("spreads over all servers where none stands in the rack, to within a tenth")
    func spread() {
        for rack in [nil, "rack-3"] as [RackName?] {
            let counts = Self.firsts(Self.three, machines: 9000, in: rack)
            #expect(counts.count == 3)
            for (_, count) in counts { #expect((2700...3300).contains(count)) }
        }
    }

    @Test("spreads over the servers of a rack that has several")
    func spreadInRack() {
        let servers = Self.servers([("a", "rack-1"), ("b", "rack-1"), ("c", "rack-2")])
        let counts = Self.firsts(servers, machines: 1000, in: "rack-1")
        #expect(Set(counts.keys) == ["a", "b"])
        for (_, count) in counts { #expect((430...570).contains(count)) }
    }

    @Test("does not hang on the order in which servers are known")
    func stable() {
        let reversed = ImageServers(Self.three.servers.reversed())
        for number in 1...100 {
            let machine = "node-\(number)"
            #expect(
                reversed.order(for: machine, in: nil) == Self.three.order(for: machine, in: nil))
        }
    }

    @Test("changes, when a server goes, only for the machines that fetched from it")
    func departure() {
        let rest = ImageServers(Self.three.servers.filter { $0.host != "node-1" })
        for number in 1...300 {
            let order = Self.three.order(for: "node-\(number)", in: nil)
            let after = rest.order(for: "node-\(number)", in: nil)
            #expect(after == order.filter { $0 != "node-1" })
        }
    }

    @Test("is a bounded number of servers")
    func bounded() {
        let many = Self.servers((1...50).map { (HostAddress("node-\($0)"), "rack-1") })
        #expect(many.order(for: "node-7", in: "rack-1").count == ImageServers.offered)
    }
}
