import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A callback timeout")
struct CallbackTimeoutTests {
    static let waits: [(ProvisionState, ProvisionState)] = [
        (.deployWait, .deployFailed), (.cleanWait, .cleanFailed), (.inspectWait, .inspectFailed),
        (.rescueWait, .rescueFailed), (.serviceWait, .serviceFailed),
    ]

    @Test(
        "callback timeouts are 1800 s each for deploy, clean, inspect, rescue, service",
        arguments: waits)
    func limits(_ wait: ProvisionState, _ failed: ProvisionState) throws {
        let bench = Bench()
        try bench.run {
            _ = try await bench.found(in: wait) { $0.instance = NodeOperation.instance }
            try await bench.pause(.seconds(1790))
            #expect(bench.node.provisionState == wait)
            #expect(bench.node.reservation == nil)
            try await bench.reach(failed, within: .seconds(10) + .seconds(120))
            #expect(bench.node.lastError?.contains("no word from the ramdisk") == true)
            #expect(bench.node.failures == 1)
            #expect(
                bench.node.maintenance?.fault == (wait == .cleanWait ? .cleanFailure : nil))
        }
    }

    @Test("runs for no node that a person has set aside", arguments: waits)
    func maintenance(_ wait: ProvisionState, _: ProvisionState) throws {
        let bench = Bench()
        try bench.run {
            _ = try await bench.found(in: wait) {
                $0.maintenance = Maintenance(reason: "somebody looks", fault: nil)
            }
            try await bench.pause(.seconds(4000))
            #expect(bench.node.provisionState == wait)
        }
    }

    @Test("does not run out while the ramdisk is heard")
    func heard() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.writeDuration = .seconds(4000)
            let station = try await bench.found(in: .available)
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(5000))
            #expect(bench.machine.writes == 1)
        }
    }

    @Test("is looked at again under the lock: what has moved on since is not late")
    func movedOn() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .deployWait) {
                $0.step = StepProgress(StepCatalogue.standard.plan(.deploy))
                $0.step?.attempts = 2
            }
            var late = bench.node
            late.step?.attempts = 1
            station.conductor.giveUp(late, "late")
            try await bench.pause(.seconds(60))
            #expect(bench.node.provisionState == .deployWait)
            #expect(bench.node.reservation == nil)
            station.conductor.giveUp(bench.node, "late")
            try await bench.reach(.deployFailed, within: .seconds(60))
        }
    }

    @Test("no step begins in maintenance, unless provisioning is allowed there")
    func stepsInMaintenance() throws {
        for permission in [ConductorOptions.Permission.refused, .allowed] {
            let bench = Bench()
            try bench.run {
                var options = ConductorOptions()
                options.provisioningInMaintenance = permission
                let station = try await bench.found(in: .available, options: options)
                try await station.conductor.request(
                    .deploy(NodeOperation.instance), of: "node-1")
                try await bench.reach(.deployWait, within: .seconds(60))
                try await station.conductor.update("node-1", [.maintenance(reason: "I look")])
                try await bench.pause(.seconds(1500))
                #expect((bench.machine.writes == 0) == (permission == .refused))
                guard permission == .refused else { return }
                try await station.conductor.update("node-1", [.endOfMaintenance])
                try await bench.reach(.active, within: .seconds(1800))
            }
        }
    }

    @Test("runs for no node that waits for an operator, nor for one at rest")
    func held() throws {
        for state in ProvisionState.allCases where !state.isTransient {
            let bench = Bench()
            try bench.run {
                _ = try await bench.found(in: state)
                try await bench.pause(.seconds(8000))
                #expect(bench.node.provisionState == state)
            }
        }
    }
}
