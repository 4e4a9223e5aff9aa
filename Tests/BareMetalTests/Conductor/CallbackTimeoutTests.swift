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
