import BareMetal
import Hardware
import Harness
import Simulation
import Testing
import Undercloud
import World

@testable import SimulatedCloud

@Suite("Ramdisks take turns")
struct RamdiskTurnTests {
    private static let allowed = 2
    private static let text = """
        scenario: turns
        machines:
          - { count: 9, rack: rack-1, processors: 8, memory: 32GiB }
        undercloud:
          { control-nodes: 1, from-seed: 1, flavor: baremetal, concurrent-ramdisks: \(allowed) }
        cloud:
          mode: poc
          flavors: [{ name: baremetal, processors: 4, memory: 8GiB, disk: 40GiB }]
          roles: [{ name: compute, count: 7, flavor: baremetal }]
        """
    /// Longer than the whole flow takes.
    private static let patience = Instant.epoch + .seconds(6 * 3600)

    @Test(
        "when nodes are inspected, cleaned and deployed: no more are under way than may be",
        arguments: UInt64(1)...3)
    func turns(seed: UInt64) throws {
        let scenario = try ScenarioReader.read(
            Array(Self.text.utf8), file: "turns.yaml",
            vocabulary: .standard(bugs: SimulatedTestbed.bugs))
        let testbed = SimulatedTestbed(scenario, seed: seed, schedule: .shuffle)
        var most: [Phase: Int] = [:]
        var state = testbed.state()
        while state.cloud?.phase != .operation, testbed.now < Self.patience {
            let next = testbed.now + .seconds(1)
            testbed.schedule(at: next) {}
            #expect(testbed.advance { testbed.now >= next } == nil)
            state = testbed.state()
            guard let phase = state.cloud?.phase else { continue }
            // The overcloud waits until the seed is gone.
            if phase == .redundancy, most[phase] == nil { testbed.switchOffSeed {} }
            // Asking whether a controller is there needs no ramdisk.
            let underWay = state.nodes.count {
                $0.provisionState.isTransient && $0.provisionState != .verifying
            }
            most[phase] = max(most[phase] ?? 0, underWay)
        }
        #expect(state.cloud?.phase == .operation)
        #expect(most.values.allSatisfy { $0 <= Self.allowed }, "\(most)")
        #expect(most[.introspection] == Self.allowed)
        #expect(most[.overcloudDeploy] == Self.allowed)
        testbed.shutDown()
    }
}
