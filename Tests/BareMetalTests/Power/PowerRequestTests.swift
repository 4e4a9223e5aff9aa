import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A change of power that an operator asks for")
struct PowerRequestTests {
    private static func ended(_ bench: Bench, within limit: Duration) async throws {
        try await bench.wait(upTo: limit, for: "the change to end") {
            bench.node.targetPower == nil && bench.node.reservation == nil
        }
    }

    @Test("is spelled as Ironic spells it, and has its target")
    func spelling() {
        let targets: [String: PowerState] = [
            "power on": .on, "power off": .off, "rebooting": .on, "soft rebooting": .on,
            "soft power off": .off,
        ]
        #expect(PowerRequest.allCases.count == targets.count)
        for request in PowerRequest.allCases {
            #expect(request.target == targets[request.rawValue], "\(request)")
        }
    }

    @Test("brings the machine there, and shows where to while it does", arguments: [true, false])
    func done(_ isOn: Bool) throws {
        for request in PowerRequest.allCases {
            let bench = Bench()
            try bench.run {
                if isOn { bench.machine.switchOn() }
                let station = try await bench.found(in: .active) {
                    $0.lastError = "an old one"
                    $0.powerState = isOn ? .on : .off
                }
                try await station.conductor.setPower(request, of: "node-1")
                #expect(bench.node.targetPower == request.target)
                #expect(bench.node.reservation != nil)
                try await Self.ended(bench, within: .seconds(120))
                #expect(bench.machine.power == request.target)
                #expect(bench.node.powerState == request.target)
                #expect(bench.node.lastError == nil)
                #expect(bench.node.provisionState == .active)
            }
        }
    }

    @Test("is no command where the machine is there already, and the record learns it")
    func alreadyThere() throws {
        for request in [PowerRequest.off, .softOff] {
            let bench = Bench()
            try bench.run {
                let station = try await bench.found(in: .active) { $0.powerState = .on }
                try await station.conductor.setPower(request, of: "node-1")
                try await Self.ended(bench, within: .seconds(60))
                #expect(bench.machine.commands == [])
                #expect(bench.node.powerState == .off)
            }
        }
    }

    @Test("reboot switches off and on, whatever a controller takes a reset for")
    func reboot() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.switchOn()
            let station = try await bench.found(in: .active)
            try await station.conductor.setPower(.reboot, of: "node-1")
            try await Self.ended(bench, within: .seconds(120))
            #expect(bench.machine.commands == [.off, .on])
        }
    }

    @Test("soft power off forces nothing: a guest that does not obey runs on")
    func deafGuest() throws {
        for request in [PowerRequest.softOff, .softReboot] {
            let bench = Bench()
            try bench.run {
                bench.machine.switchOn()
                bench.machine.manner = .deafGuest
                let station = try await bench.found(in: .active) { $0.powerState = .on }
                let start = bench.simulator.now
                try await station.conductor.setPower(request, of: "node-1")
                try await Self.ended(bench, within: .seconds(700))
                // soft_power_off_timeout
                #expect(bench.simulator.now - start >= .seconds(600))
                #expect(bench.machine.power == .on)
                #expect(bench.machine.commands.allSatisfy { $0 == .softOff })
                #expect(bench.node.powerState == .on)
                #expect(bench.node.lastError?.contains("by '\(request)' failed") == true)
            }
        }
    }

    @Test("takes no longer than it was given")
    func limit() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.switchOn()
            bench.machine.manner = .deafGuest
            let station = try await bench.found(in: .active)
            try await station.conductor.setPower(.softOff, of: "node-1", within: .seconds(30))
            try await Self.ended(bench, within: .seconds(45))
            let error = await bench.refusal { () async throws(ConductorError) in
                try await station.conductor.setPower(
                    .softOff, of: "node-1", within: .milliseconds(500))
            }
            guard case .forbidden(_, .invalid) = error else { throw BenchFailure("accepted") }
        }
    }

    @Test("that fails leaves the reason, no target and no lock, and the node where it was")
    func silentController() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.manner = .silent
            let station = try await bench.found(in: .active) { $0.powerState = .on }
            try await station.conductor.setPower(.off, of: "node-1")
            try await Self.ended(bench, within: .seconds(200))
            #expect(bench.node.lastError?.contains("'off' by 'power off' failed") == true)
            #expect(bench.node.provisionState == .active)
            #expect(bench.node.failures == 0)
            let topics = try await station.conductor.history(of: "node-1").map(\.topic)
            #expect(topics.first == .power)
        }
    }

    @Test("keeps the error of a node whose work failed", arguments: ProvisionState.allCases)
    func keptErrors(_ state: ProvisionState) throws {
        guard state.phase == .failed else { return }
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: state) { $0.lastError = "it burns" }
            try await station.conductor.setPower(.on, of: "node-1")
            try await Self.ended(bench, within: .seconds(60))
            #expect(bench.node.lastError == "it burns")
        }
    }

    @Test("is refused for a node that is being cleaned, and for one that is locked")
    func refused() throws {
        for state in [ProvisionState.cleanWait, .deployWait] {
            let bench = Bench()
            try bench.run {
                let station = try await bench.found(in: state)
                let error = await bench.refusal { () async throws(ConductorError) in
                    try await station.conductor.setPower(.off, of: "node-1")
                }
                let isRefused = error == .forbidden("node-1", .powerInUse(state))
                #expect(isRefused == (state == .cleanWait))
            }
        }
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .active)
            let lock = try await station.conductor.lock("node-1", for: LockPurpose("test"))
                .reservation
            let calls = bench.machine.calls
            let error = await bench.refusal { () async throws(ConductorError) in
                try await station.conductor.setPower(.off, of: "node-1")
            }
            #expect(error == .locked("node-1", by: lock))
            #expect(bench.node.targetPower == nil)
            #expect(bench.machine.calls == calls)
        }
    }

    @Test("does not fail the deployment that waits for its ramdisk meanwhile")
    func duringDeployment() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.onNetworkBoot { _ in nil }
            let station = try await bench.found(in: .available)
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.deployWait, within: .seconds(60))
            bench.machine.manner = .silent
            try await station.conductor.setPower(.off, of: "node-1")
            try await Self.ended(bench, within: .seconds(200))
            #expect(bench.node.provisionState == .deployWait)
            #expect(bench.node.intent?.verb == .deploy)
        }
    }

    @Test("whose conductor dies is abandoned with a reason by the next")
    func orphan() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.switchOn()
            bench.machine.manner = .deafGuest
            let first = try await bench.found(in: .active)
            try await first.conductor.setPower(.softOff, of: "node-1")
            try await bench.pause(.seconds(30))
            first.process.kill()
            let second = try await bench.startStation(term: 3)
            try await bench.open(second)
            #expect(bench.node.targetPower == nil)
            #expect(bench.node.reservation == nil)
            #expect(bench.node.lastError?.contains("was abandoned") == true)
            #expect(bench.node.provisionState == .active)
        }
    }
}
