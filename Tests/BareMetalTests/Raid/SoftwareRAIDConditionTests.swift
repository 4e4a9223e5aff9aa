import BareMetal
import Hardware
import NodeAgent
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("Software RAID that is not whole")
struct SoftwareRAIDConditionTests {
    private static let degraded = SoftwareRAIDCondition(volume: "root", .degraded)

    private static func checkIn(
        _ bench: Bench, _ conditions: [SoftwareRAIDCondition]
    ) -> CheckIn {
        CheckIn(
            addresses: bench.node.addresses, host: bench.machine.address,
            image: Bench.image.digest, raid: conditions)
    }

    @Test("is written down when the installed system tells of it, once, and named in the history")
    func told() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol {
                $0.provisionState = .active
                $0.instance = NodeOperation.instance
            }
            let station = try await bench.startStation(term: 1)
            func tell(_ conditions: [SoftwareRAIDCondition]) async throws {
                _ = try await station.conductor.notice(
                    Self.checkIn(bench, conditions), from: "node-1")
            }
            try await tell([Self.degraded])
            try await tell([Self.degraded])
            #expect(bench.node.softwareRAIDConditions == [Self.degraded])
            try await tell([])
            #expect(bench.node.softwareRAIDConditions.isEmpty)
            let told = bench.store.snapshot(of: NodeHistoryEntry.self).map(\.document)
            #expect(
                told.map(\.event)
                    == ["RAID volume root is degraded", "its software RAID is whole"])
            #expect(told.map(\.severity) == [.error, .info])
        }
    }

    @Test("is no matter of a node that is not in use, or is worked on", arguments: [false, true])
    func otherwise(isLocked: Bool) throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol {
                $0.provisionState = isLocked ? .active : .available
                if isLocked { $0.reservation = Reservation(holder: "a", term: Term(number: 1)) }
            }
            let station = try await bench.startStation(term: 1)
            _ = try await station.conductor.notice(
                Self.checkIn(bench, [Self.degraded]), from: "node-1")
            #expect(bench.node.softwareRAIDConditions.isEmpty)
        }
    }
}
