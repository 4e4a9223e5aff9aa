import Hardware
import SimulatedCluster
import Testing

@Suite("A cluster's nodes")
struct ClusterNodeTests {
    private let names: [NodeName] = ["a", "b", "c"]

    @Test("agree on the lowest as coordinator, and start what is to run once")
    func begin() {
        let cluster = TestCluster(names)
        for name in names { #expect(cluster.nodes[name]?.coordinator == "a") }
        #expect(cluster.holders.count == 1)
        #expect(cluster.story.filter { $0.hasPrefix("start") }.count == 1)
    }

    @Test("fence a lost node before they recover what it had")
    func fenceFirst() throws {
        var cluster = TestCluster(names)
        let holder = try #require(cluster.holders.first)
        cluster.story = []
        cluster.crash(holder)
        let left = names.filter { $0 != holder }
        cluster.meet(left)
        #expect(cluster.story.count == 3)
        #expect(cluster.story[1] == "fence-\(holder) for \(holder): succeeded")
        #expect(cluster.story[2].hasPrefix("start vip on"))
        #expect(cluster.holders.count == 1)
    }

    @Test("go on when the coordinator itself is lost, with what it knew")
    func coordinatorLost() {
        var cluster = TestCluster(names)
        cluster.crash("a")
        cluster.meet(["b", "c"])
        #expect(cluster.nodes["b"]?.isCoordinator == true)
        #expect(cluster.nodes["c"]?.coordinator == "b")
        #expect(cluster.story.contains("fence-a for a: succeeded"))
        #expect(cluster.holders.count == 1)
    }

    @Test("recover nothing while fencing fails, try as often as they may, and look again later")
    func fencingFails() throws {
        var cluster = TestCluster(names)
        let holder = try #require(cluster.holders.first)
        cluster.devices[ResourceID("fence-\(holder)")] = .failed
        cluster.story = []
        cluster.crash(holder)
        let left = names.filter { $0 != holder }
        cluster.meet(left)
        #expect(cluster.holders.isEmpty)
        let attempts = cluster.story.filter { $0.hasSuffix("failed") }.count
        #expect(attempts == ClusterLimits.fencingAttempts)
        #expect(cluster.story.last == "recheck after \(ClusterLimits.recheck)")
        cluster.devices = [:]
        let coordinator = try #require(left.first { cluster.nodes[$0]?.isCoordinator ?? false })
        cluster.handle(.recheck, at: coordinator)
        #expect(cluster.holders.count == 1)
    }

    @Test("stop what they have where they have lost their quorum")
    func stopWithoutQuorum() throws {
        var cluster = TestCluster(names)
        let holder = try #require(cluster.holders.first)
        cluster.holdsFencing = true
        cluster.meet([holder])
        #expect(cluster.holders.isEmpty)
        #expect(cluster.story.last == "stop vip on \(holder)")
    }

    @Test("use the next level of fencing when the first fails")
    func nextLevel() throws {
        let levels = FencingTopology(
            Dictionary(uniqueKeysWithValues: names.map { ($0, [["ipmi"], ["pdu"]]) }))
        var cluster = TestCluster(names, topology: levels)
        let holder = try #require(cluster.holders.first)
        cluster.devices["ipmi"] = .failed
        cluster.crash(holder)
        cluster.meet(names.filter { $0 != holder })
        #expect(cluster.story.contains("ipmi for \(holder): failed"))
        #expect(cluster.story.contains("pdu for \(holder): succeeded"))
        #expect(cluster.holders.count == 1)
    }

    @Test("do nothing for a coordinator that they no longer follow")
    func staleCoordinator() throws {
        var cluster = TestCluster(names)
        let request = OperationRequest(
            action: 1, transition: 1, coordinator: "c", node: "b", instance: "vip",
            resource: "vip", task: .start, interval: .zero, expected: .ok)
        let effects = cluster.nodes["b"]?.handle(
            .received(.request(request), from: "c"), by: PacemakerDecisions())
        #expect(effects == [])
    }
}
