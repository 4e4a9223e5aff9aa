import Compute
import Plans
import Testing

@Suite("The scheduler, on any small cloud")
struct SchedulerPropertyTests {
    @Test(
        "places exactly the servers an exhaustive search places, each on a machine it may have",
        arguments: UInt64(1)...400,
        PlacementMode.allCases
    )
    func agreesWithSearch(seed: UInt64, mode: PlacementMode) throws {
        let cloud = SampleCloud(seed: seed)
        let placement = Scheduler(mode: mode, flavors: cloud.flavors)
            .place(cloud.requests, on: cloud.hosts)

        let expected = ExhaustiveSearch.placed(cloud.requests, on: cloud.hosts, mode: mode)
        #expect(placement.assignments.map(\.server) == expected, "seed \(seed)")
        let isPlaced = Set(expected)
        let others = cloud.requests.map(\.server).filter { !isPlaced.contains($0) }
        #expect(placement.unplaced.map(\.server) == others, "seed \(seed)")

        let used = placement.assignments.map(\.host)
        #expect(Set(used).count == used.count, "seed \(seed): a machine carries one server")
        for assignment in placement.assignments {
            let request = try #require(cloud.requests.first { $0.server == assignment.server })
            let host = try #require(cloud.hosts.first { $0.id == assignment.host })
            #expect(
                ExhaustiveSearch.mayCarry(host, request.flavor, mode: mode),
                "seed \(seed)"
            )
        }
    }

    @Test("decides the same whatever the order of the machines", arguments: UInt64(1)...100)
    func orderOfHosts(seed: UInt64) {
        let cloud = SampleCloud(seed: seed)
        var random = SampleGenerator(seed: seed &+ 1_000_000)
        let scheduler = Scheduler(mode: .scale, flavors: cloud.flavors)
        let placement = scheduler.place(cloud.requests, on: cloud.hosts)
        let shuffled = scheduler.place(cloud.requests, on: cloud.hosts.shuffled(using: &random))
        #expect(placement == shuffled, "seed \(seed)")
    }

    @Test("gives a reason for every machine a server did not get", arguments: UInt64(1)...100)
    func reasons(seed: UInt64) {
        let cloud = SampleCloud(seed: seed)
        let placement = Scheduler(mode: .scale, flavors: cloud.flavors)
            .place(cloud.requests, on: cloud.hosts)
        let used = Set(placement.assignments.map(\.host))
        for failure in placement.unplaced {
            #expect(failure.considered.map(\.host) == cloud.hosts.map(\.id), "seed \(seed)")
            #expect(failure.reasons.map(\.count).reduce(0, +) == cloud.hosts.count)
            for candidate in failure.considered where candidate.rejection == .taken {
                #expect(used.contains(candidate.host), "seed \(seed): taken by whom?")
            }
        }
    }

    @Test(
        "reports as unusable the available machines that fit no flavor",
        arguments: UInt64(1)...100
    )
    func unusable(seed: UInt64) {
        let cloud = SampleCloud(seed: seed)
        let placement = Scheduler(mode: .scale, flavors: cloud.flavors)
            .place(cloud.requests, on: cloud.hosts)
        let expected = cloud.hosts.filter { host in
            host.availability == .available
                && !cloud.flavors.contains {
                    ExhaustiveSearch.mayCarry(host, $0, mode: .scale)
                }
        }
        #expect(placement.unusable == expected.map(\.id), "seed \(seed)")
    }
}
