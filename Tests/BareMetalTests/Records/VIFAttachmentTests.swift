import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("The VIFs of an instance")
struct VIFAttachmentTests {
    private static func instance(_ vifs: VIF...) -> Instance {
        Instance(
            id: Identifier(text: "instance"), owner: "server", image: Bench.image, vifs: vifs)
    }

    private static func ports(_ bench: Bench) -> [Port] {
        bench.store.snapshot(of: Port.self).map(\.document)
    }

    private static func reach(
        _ request: NodeRequest, _ goal: ProvisionState, _ station: Station, _ bench: Bench
    ) async throws {
        try await station.conductor.request(request, of: "node-1")
        try await bench.wait(upTo: .seconds(1800), for: "\(request.verb) to end") {
            bench.node.provisionState == goal && bench.node.reservation == nil
        }
    }

    private static func start(_ bench: Bench) async throws -> Station {
        try await bench.enrol { ($0.provisionState, $0.allocation) = (.available, nil) }
        let station = try await bench.startStation(term: 2)
        try await bench.open(station)
        return station
    }

    @Test("are attached by its deployment, stay through a rebuild, and go with its tear-down")
    func wholeWay() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.start(bench)
            try await Self.reach(.deploy(Self.instance("ctlplane")), .active, station, bench)
            #expect(Self.ports(bench).compactMap { $0.vifs[.tenant] } == ["ctlplane"])
            try await Self.reach(.rebuild(Bench.otherImage), .active, station, bench)
            #expect(Self.ports(bench).compactMap { $0.vifs[.tenant] } == ["ctlplane"])
            #expect(bench.node.instance?.vifs == ["ctlplane"])
            try await Self.reach(.undeploy, .available, station, bench)
            #expect(Self.ports(bench).allSatisfy { $0.vifs.isEmpty })
            #expect(!Self.ports(bench).isEmpty)
        }
    }

    @Test("fail the deployment where there are more of them than ports")
    func tooMany() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.start(bench)
            let count = Self.ports(bench).count
            let vifs = (0...count).map { VIF("vif-\($0)") }
            let greedy = Instance(
                id: Identifier(text: "instance"), owner: "server", image: Bench.image, vifs: vifs)
            try await Self.reach(.deploy(greedy), .deployFailed, station, bench)
            #expect(bench.node.lastError == "no port or portgroup is free for VIF vif-\(count)")
            #expect(Self.ports(bench).allSatisfy { $0.vifs.isEmpty })
        }
    }
}
