import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A machine that may not be switched off")
struct OffSwitchTests {
    private static let asked: [NodeOperation] = [
        .inspect, .provide, .deploy, .rebuild, .undeploy, .rescue, .unrescue,
    ]

    /// A node whose machine is on, as an operation finds it, and its conductor.
    private static func found(_ operation: NodeOperation, _ bench: Bench) async throws -> Station {
        operation.prepare(bench.machine)
        if bench.machine.power == .off { bench.machine.switchOn() }
        try await bench.pause(.seconds(200))
        try await bench.enrol {
            operation.prepare(&$0, bench.machine)
            $0.offSwitch = .disabled
        }
        let station = try await bench.startStation(term: 2)
        try await bench.open(station)
        return station
    }

    @Test("is restarted where others are switched off, whatever is asked of it", arguments: asked)
    func work(_ operation: NodeOperation) throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(operation, bench)
            let request = try #require(operation.next(for: bench.node))
            try await station.conductor.request(request, of: "node-1")
            try await bench.wait(upTo: .seconds(7200), for: "\(operation) to end") {
                operation.isReached(bench.node, bench.machine)
            }
            #expect(bench.machine.power == .on)
            #expect(bench.machine.commands.isEmpty == false)
            #expect(bench.machine.commands.allSatisfy { $0 == .reset })
            #expect(bench.node.powerState == .on)
        }
    }

    @Test("is switched on where it is off, and stays on")
    func off() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol {
                NodeOperation.provide.prepare(&$0, bench.machine)
                $0.offSwitch = .disabled
            }
            let station = try await bench.startStation(term: 2)
            try await bench.open(station)
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.available, within: .seconds(7200))
            #expect(bench.machine.commands == [.on, .reset])
            #expect(bench.machine.power == .on)
        }
    }

    @Test("runs its ramdisk no longer once the work is over")
    func putDown() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(.provide, bench)
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.available, within: .seconds(7200))
            try await bench.pause(.seconds(300))
            #expect(bench.machine.system != .ramdisk)
        }
    }

    @Test("is left on where its work fails")
    func failure() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(.deploy, bench)
            bench.machine.onNetworkBoot { _ in nil }
            try await station.conductor.request(
                .deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.deployFailed, within: .seconds(7200))
            #expect(bench.machine.power == .on)
            #expect(bench.machine.commands.allSatisfy { $0 == .reset })
        }
    }

    @Test("is rebooted for an operator by one command, and never switched off")
    func power() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(.rebuild, bench)
            try await station.conductor.setPower(.reboot, of: "node-1")
            try await bench.reach(.active, within: .seconds(300))
            try await station.conductor.setPower(.softReboot, of: "node-1")
            try await bench.reach(.active, within: .seconds(900))
            #expect(bench.machine.commands == [.reset, .softReboot])
            for request in [PowerRequest.off, .softOff] {
                let refusal = await bench.refusal { () async throws(ConductorError) in
                    try await station.conductor.setPower(request, of: "node-1")
                }
                #expect(refusal == .forbidden("node-1", .offSwitchDisabled))
            }
        }
    }

    @Test("fails a step that is to switch it off")
    func step() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(.provide, bench)
            try await station.conductor.request(
                .clean([RequestedStep(.power, "power_off")]), of: "node-1")
            try await bench.reach(.cleanFailed, within: .seconds(3600))
            #expect(bench.node.lastError?.contains("disable_power_off") == true)
            #expect(bench.machine.power == .on)
        }
    }
}
