import Compute
import Hardware
import Plans
import Testing

@Suite("The scheduler")
struct SchedulerTests {
    static let small = sampleFlavor("small", memory: 8)
    static let large = sampleFlavor("large", memory: 32)

    static func place(
        _ requests: [PlacementRequest],
        on hosts: [Host],
        mode: PlacementMode = .scale
    ) -> Placement {
        Scheduler(mode: mode, flavors: [small, large]).place(requests, on: hosts)
    }

    @Test("gives a server the machine that is left with the least")
    func bestFit() {
        let hosts = [
            sampleHost("a", memory: 64), sampleHost("b", memory: 16), sampleHost("c", memory: 32),
        ]
        let placement = Self.place(sampleRequests("s", count: 1, Self.small), on: hosts)
        #expect(placement.host(of: "s-0") == "b")
    }

    @Test("breaks a tie by the machine's identifier")
    func ties() {
        let hosts = ["c", "a", "b"].map { sampleHost($0, memory: 8) }
        let placement = Self.place(sampleRequests("s", count: 2, Self.small), on: hosts)
        #expect(placement.assignments.map(\.host) == ["a", "b"])
    }

    @Test("leaves a large machine to the server that cannot do without it")
    func sparesLargeMachines() {
        // Spreading over racks would take the only large machine for a small server.
        let hosts = [
            sampleHost("big", memory: 64, rack: "r2"), sampleHost("s1", memory: 8, rack: "r1"),
            sampleHost("s2", memory: 8, rack: "r1"),
        ]
        let requests =
            sampleRequests("small", count: 2, Self.small)
            + sampleRequests("large", count: 1, Self.large)
        let placement = Self.place(requests, on: hosts)
        #expect(placement.isComplete)
        #expect(placement.assignments.map(\.host) == ["s1", "s2", "big"])
    }

    @Test("spreads the servers of a role over racks, with those that run already counted")
    func spread() {
        var hosts = (0..<6).map { sampleHost("h\($0)", memory: 8, rack: RackName("r\($0 / 2)")) }
        let first = Self.place(sampleRequests("s", count: 3, Self.small), on: hosts)
        #expect(first.assignments.map(\.host) == ["h0", "h2", "h4"])

        for index in [0, 2] {
            hosts[index] = sampleHost(
                "h\(index)",
                memory: 8,
                rack: RackName("r\(index / 2)"),
                occupant: "s",
                availability: .unavailable("in use")
            )
        }
        let next = Self.place(sampleRequests("s", count: 2, Self.small), on: hosts)
        #expect(next.assignments.map(\.host) == ["h4", "h1"])
    }

    @Test("fills one rack rather than leave a server out")
    func spreadIsSoft() {
        let hosts = (0..<3).map { sampleHost("h\($0)", memory: 8, rack: "r0") }
        #expect(Self.place(sampleRequests("s", count: 3, Self.small), on: hosts).isComplete)
    }

    @Test("takes tagged machines first, then those that could be tagged, and no others")
    func profiles() {
        let flavor = sampleFlavor("compute", memory: 8, profile: "compute")
        let hosts = [
            sampleHost("a", memory: 8), sampleHost("b", memory: 8, capabilities: ["profile": "x"]),
            sampleHost("c", memory: 8, capabilities: ["compute_profile": "1"]),
            sampleHost("d", memory: 64, capabilities: ["profile": "compute"]),
            sampleHost(
                "e",
                memory: 8,
                capabilities: ["profile": "x", "compute_profile": "true"]
            ),
        ]
        let placement = Self.place(sampleRequests("s", count: 3, flavor), on: hosts)
        #expect(placement.assignments.map(\.host) == ["d", "c"])
        #expect(
            placement.unplaced.map(\.description) == [
                "No valid host was found for s-2: 5 hosts considered: "
                    + "3 lack the profile compute, 2 taken by other servers"
            ]
        )
    }

    @Test("keeps tagged machines for those who ask for them, as long as there are others")
    func taggedLast() {
        let hosts = [
            sampleHost("a", memory: 8, capabilities: ["profile": "x"]),
            sampleHost("b", memory: 64),
        ]
        let placement = Self.place(sampleRequests("s", count: 2, Self.small), on: hosts)
        #expect(placement.assignments.map(\.host) == ["b", "a"])
    }

    @Test("does not look at sizes in PoC mode, and calls no machine unusable")
    func pocMode() {
        let hosts = [sampleHost("a", memory: 1), sampleHost("b", memory: 64)]
        let requests = sampleRequests("s", count: 2, Self.large)
        let poc = Self.place(requests, on: hosts, mode: .poc)
        #expect(poc.assignments.map(\.host) == ["a", "b"])
        #expect(poc.unusable.isEmpty)

        let scale = Self.place(requests, on: hosts)
        #expect(scale.assignments.map(\.host) == ["b"])
        #expect(scale.unusable == ["a"])
    }

    @Test("puts a server on no machine of another architecture, in either mode")
    func architecture() {
        let flavor = sampleFlavor("arm", memory: 1, architecture: "aarch64")
        for mode in PlacementMode.allCases {
            let placement = Self.place(
                sampleRequests("s", count: 1, flavor),
                on: [sampleHost("a", memory: 8)],
                mode: mode
            )
            #expect(
                placement.unplaced.map(\.description) == [
                    "No valid host was found for s-0: 1 host considered: 1 is not aarch64"
                ]
            )
        }
    }

    @Test("says why in one line, the commonest reason first")
    func summary() {
        let hosts =
            (0..<9).map { index in
                sampleHost("u\(index)", memory: 64, availability: .unavailable("in use"))
            } + (0..<3).map { sampleHost("v\($0)", memory: 16) }
        let requests = [
            PlacementRequest(server: "compute-7", role: "compute", flavor: Self.large)
        ]
        let failure = Self.place(requests, on: hosts).unplaced.first
        #expect(
            failure?.description
                == "No valid host was found for compute-7: 12 hosts considered: "
                + "9 in use, 3 have less than 32 GiB memory"
        )
        #expect(failure?.isTransient == true)
        let none = Self.place(requests, on: []).unplaced.first
        #expect(
            none?.description == "No valid host was found for compute-7: 0 hosts considered"
        )
        #expect(none?.isTransient == false)
    }

    @Test("names the shortage of processors and of disk as well")
    func shortages() {
        let flavor = sampleFlavor("f", memory: 8, processors: 16, disk: 50)
        let hosts = [
            sampleHost("a", memory: 8, processors: 8),
            sampleHost("b", memory: 8, processors: 16, disk: 49),
        ]
        let failure = Self.place(sampleRequests("s", count: 1, flavor), on: hosts).unplaced.first
        #expect(
            failure?.considered.map(\.rejection) == [
                .processorsBelow(16), .diskBelow(.gibibytes(50)),
            ]
        )
    }

    @Test("places a thousand servers on a thousand machines that leave no choice")
    func thousand() {
        // Machines of ten sizes and servers of ten, the smallest asked for first: whoever took a
        // larger machine for a smaller server would leave a server out.
        let flavors = (1...10).map { sampleFlavor("f\($0)", memory: Int64($0 * 8)) }
        let hosts = (0..<1000).map { index in
            sampleHost(
                "host-\(index)",
                memory: Int64((index % 10 + 1) * 8),
                rack: RackName("r\(index / 40)")
            )
        }
        let requests = flavors.flatMap { sampleRequests("\($0.name)", count: 100, $0) }
        let placement = Scheduler(mode: .scale, flavors: flavors).place(requests, on: hosts)
        #expect(placement.isComplete)
        #expect(Set(placement.assignments.map(\.host)).count == 1000)
        #expect(placement.unusable.isEmpty)
    }

    @Test("explains a thousand servers that find no machine among a thousand")
    func thousandRefused() {
        let hosts = (0..<1000).map { sampleHost("host-\($0)", memory: 16) }
        let placement = Self.place(sampleRequests("s", count: 1000, Self.large), on: hosts)
        #expect(placement.unplaced.count == 1000)
        #expect(placement.unusable.isEmpty)
        #expect(placement.unplaced.allSatisfy { $0.reasons.count == 1 })
    }
}
