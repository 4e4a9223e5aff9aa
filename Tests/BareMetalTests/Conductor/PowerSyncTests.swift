import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("Power synchronization")
struct PowerSyncTests {
    private static func watched(
        _ bench: Bench, in state: ProvisionState = .available,
        _ policy: ConductorOptions.PowerSync = .recordFollows,
        _ change: @escaping @Sendable (inout Node) -> Void = { _ in }
    ) async throws -> Station {
        var options = ConductorOptions()
        options.powerSync = policy
        try await bench.enrol {
            $0.provisionState = state
            $0.powerState = .off
            change(&$0)
        }
        let station = try await bench.startStation(term: 1, options: options)
        try await bench.open(station)
        return station
    }

    @Test("makes the record follow the machine, and never the machine the record")
    func following() throws {
        let bench = Bench()
        try bench.run {
            _ = try await Self.watched(bench, in: .active)
            bench.machine.switchOn()
            try await bench.wait(upTo: .seconds(70), for: "the record to follow") {
                bench.node.powerState == .on && bench.node.reservation == nil
            }
            bench.machine.switchOff()
            try await bench.wait(upTo: .seconds(70), for: "the record to follow again") {
                bench.node.powerState == .off && bench.node.reservation == nil
            }
            #expect(bench.machine.commands == [])
        }
    }

    @Test("sets a node aside after three failures in a row, and takes it back when it answers")
    func maintenance() throws {
        let bench = Bench()
        try bench.run {
            _ = try await Self.watched(bench)
            bench.machine.manner = .silent
            let start = bench.simulator.now
            try await bench.wait(upTo: .seconds(600), for: "maintenance") {
                bench.node.maintenance?.fault == .powerFailure
            }
            // The first round was over before; three rounds of a minute, each with its silence.
            let rounds = ConductorLimits.powerSyncInterval * (ConductorLimits.powerSyncRetries - 1)
            #expect(bench.simulator.now - start >= rounds)
            #expect(bench.node.powerState == nil)
            bench.machine.manner = .sound
            try await bench.wait(
                upTo: ConductorLimits.powerRecoveryInterval + .seconds(180), for: "its return"
            ) { bench.node.maintenance == nil && bench.node.reservation == nil }
            #expect(bench.node.powerState == .off)
        }
    }

    @Test("counts failures in a row only")
    func interruptedFailures() throws {
        let bench = Bench()
        try bench.run {
            _ = try await Self.watched(bench)
            for _ in 0..<6 {
                bench.machine.manner = .silent
                let calls = bench.machine.calls
                try await bench.wait(upTo: .seconds(300), for: "two failures") {
                    bench.machine.calls >= calls + 2
                }
                bench.machine.manner = .sound
                let heard = bench.machine.calls
                try await bench.wait(upTo: .seconds(300), for: "an answer") {
                    bench.machine.calls > heard
                }
                #expect(bench.node.maintenance == nil)
            }
        }
    }

    @Test("leaves a node alone that somebody put into maintenance, or that is not enrolled yet")
    func notItsOwn() throws {
        let bench = Bench()
        try bench.run {
            let kept = Maintenance(reason: "somebody looks", fault: nil)
            _ = try await Self.watched(bench) { $0.maintenance = kept }
            bench.machine.switchOn()
            try await bench.pause(.seconds(1200))
            #expect(bench.node.maintenance == kept)
            #expect(bench.machine.calls == 0)
        }
        let other = Bench()
        try other.run {
            _ = try await Self.watched(other, in: .enroll)
            try await other.pause(.seconds(600))
            #expect(other.machine.calls == 0)
        }
    }

    @Test("leaves a node alone while it is under way, though its controller fails")
    func underWay() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.watched(bench)
            bench.machine.writeDuration = .seconds(1200)
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.wait(upTo: .seconds(600), for: "the write to begin") {
                bench.node.attempts(at: .writeImage) == 1 && bench.node.reservation == nil
            }
            bench.machine.manner = .silent
            let calls = bench.machine.calls
            try await bench.pause(.seconds(900))
            #expect(bench.machine.calls == calls)
            #expect(bench.node.maintenance == nil)
            bench.machine.manner = .sound
            try await bench.wait(upTo: .seconds(1800), for: "the end") {
                bench.node.provisionState == .active
            }
        }
    }

    @Test("ends with the authority to act")
    func deposed() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.watched(bench)
            try await bench.pause(.seconds(10))
            station.isEntitled.write { $0 = false }
            let calls = bench.machine.calls
            try await bench.pause(.seconds(600))
            #expect(bench.machine.calls == calls)
        }
    }
}
