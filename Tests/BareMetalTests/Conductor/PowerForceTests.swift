import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("Power synchronization round by round")
struct PowerForceTests {
    private static func watched(
        _ bench: Bench, _ policy: ConductorOptions.PowerSync, recorded: PowerState?,
        _ change: @escaping @Sendable (inout Node) -> Void = { _ in }
    ) async throws -> Station {
        var options = ConductorOptions()
        options.powerSync = policy
        return try await bench.found(in: .active, options: options) {
            $0.powerState = recorded
            change(&$0)
        }
    }

    @Test("force_power_state_during_sync true rewrites hardware, and no record")
    func forced() throws {
        for (recorded, others) in [(PowerState.on, PowerState.off), (.off, .on)] {
            let bench = Bench()
            try bench.run {
                if others == .on { bench.machine.switchOn() }
                _ = try await Self.watched(bench, .machineFollows, recorded: recorded)
                try await bench.wait(upTo: .seconds(70), for: "the machine to follow") {
                    bench.machine.power == recorded
                }
                try await bench.pause(.seconds(600))
                #expect(bench.machine.commands.count == 1)
                #expect(bench.node.powerState == recorded)
                #expect(bench.node.maintenance == nil)
                #expect(bench.node.reservation == nil)
            }
        }
    }

    @Test("false rewrites the record, and no hardware")
    func recorded() throws {
        for (recorded, others) in [(PowerState.on, PowerState.off), (.off, .on)] {
            let bench = Bench()
            try bench.run {
                if others == .on { bench.machine.switchOn() }
                _ = try await Self.watched(bench, .recordFollows, recorded: recorded)
                try await bench.wait(upTo: .seconds(70), for: "the record to follow") {
                    bench.node.powerState == others
                }
                try await bench.pause(.seconds(600))
                #expect(bench.machine.commands == [])
                #expect(bench.machine.power == others)
            }
        }
    }

    @Test("a node without a recorded state is not switched")
    func unknown() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.switchOn()
            _ = try await Self.watched(bench, .machineFollows, recorded: nil)
            try await bench.wait(upTo: .seconds(70), for: "the record") {
                bench.node.powerState == .on
            }
            #expect(bench.machine.commands == [])
        }
    }

    @Test("a machine that does not keep to its record is set aside after three tries")
    func stubborn() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.manner = .forgetful(1_000_000)
            let start = bench.simulator.now
            _ = try await Self.watched(bench, .machineFollows, recorded: .on)
            try await bench.wait(upTo: .seconds(900), for: "maintenance") {
                bench.node.maintenance != nil && bench.node.reservation == nil
            }
            #expect(bench.simulator.now - start >= ConductorLimits.powerSyncInterval * 3)
            #expect(bench.node.maintenance?.fault == .powerFailure)
            #expect(bench.node.powerState == .off)
            #expect(bench.node.lastError?.contains("could not be brought back") == true)
        }
    }

    @Test("power sync 60 s: each machine is asked once a minute, and not written where it agrees")
    func pace() throws {
        let bench = Bench()
        try bench.run {
            _ = try await Self.watched(bench, .machineFollows, recorded: .off)
            try await bench.pause(.seconds(5))
            let (calls, commits) = (bench.machine.calls, bench.commits.read { $0.count })
            try await bench.pause(.seconds(600))
            #expect((9...10).contains(bench.machine.calls - calls))
            #expect(bench.commits.read { $0.count } == commits)
        }
    }

    @Test("power fault self-heals every 300 s, and others need a person")
    func recovery() throws {
        for fault in [Maintenance.Fault.powerFailure, .cleanFailure, .rescueAbortFailure] {
            let bench = Bench()
            try bench.run {
                bench.machine.manner = .silent
                _ = try await Self.watched(bench, .recordFollows, recorded: nil) {
                    $0.maintenance = Maintenance(reason: "r", fault: fault)
                }
                try await bench.pause(.seconds(1600))
                // At 300, 600, 900, 1200 and 1500 s, a little later each time.
                let looks = fault == .powerFailure ? 3...5 : 0...0
                #expect(looks.contains(bench.machine.calls))
                bench.machine.manner = .sound
                try await bench.pause(.seconds(400))
                #expect((bench.node.maintenance == nil) == (fault == .powerFailure))
            }
        }
    }

    @Test("what was seen before an operator's change does not undo it", arguments: 1...8)
    func stale(_ seed: UInt64) throws {
        let bench = Bench(SimulatedRun(seed: seed, schedule: .shuffle))
        try bench.run {
            let station = try await Self.watched(bench, .machineFollows, recorded: .off)
            for request in [PowerRequest.on, .off, .on, .off, .on] {
                try await bench.pause(.seconds(Int64(seed) * 7))
                _ = try? await station.conductor.setPower(request, of: "node-1")
                try await bench.wait(upTo: .seconds(60), for: "the change") {
                    bench.node.targetPower == nil
                }
            }
            try await bench.pause(.seconds(300))
            #expect(bench.machine.power == .on)
            #expect(bench.node.powerState == .on)
        }
    }

    @Test("a node that is set aside has an entry that says why")
    func history() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.manner = .silent
            let station = try await Self.watched(bench, .recordFollows, recorded: .on)
            try await bench.wait(upTo: .seconds(600), for: "maintenance") {
                bench.node.maintenance != nil && bench.node.reservation == nil
            }
            let history = try await station.conductor.history(of: "node-1")
            #expect(history.map(\.topic) == [.monitoring])
            #expect(history.first?.event == bench.node.maintenance?.reason)
            #expect(bench.node.lastError == nil)
        }
    }
}
