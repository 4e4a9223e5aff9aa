import Hardware
import Harness
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import SimulatedCloud

@Suite("A simulated testbed")
struct TestbedTests {
    private static let text = """
        scenario: small
        machines:
          - { count: 2, rack: rack-1, processors: 8, memory: 32GiB }
        undercloud: { control-nodes: 1, from-seed: 1, flavor: baremetal }
        cloud:
          mode: poc
          flavors: [{ name: baremetal, processors: 4, memory: 8GiB, disk: 40GiB }]
          roles: [{ name: controller, count: 1, flavor: baremetal }]
        """

    private static func testbed(seed: UInt64) throws -> SimulatedTestbed {
        let scenario = try ScenarioReader.read(
            Array(text.utf8), file: "small.yaml",
            vocabulary: .standard(bugs: SimulatedTestbed.bugs))
        return SimulatedTestbed(scenario, seed: seed, schedule: .shuffle)
    }

    private static func pass(_ duration: Duration, _ testbed: SimulatedTestbed) {
        let end = testbed.now + duration
        testbed.schedule(at: end) {}
        #expect(testbed.advance { testbed.now >= end } == nil)
    }

    @Test("lets a seed that is killed open nothing any more", arguments: UInt64(1)...10)
    func killedSeedOpensNothing(seed: UInt64) throws {
        let testbed = try Self.testbed(seed: seed)
        Self.pass(.seconds(30), testbed)
        let unit = try #require(testbed.software.unit(on: SimulatedTestbed.seedMachine))
        unit.holdDown()
        Self.pass(.seconds(60), testbed)
        #expect(testbed.stores.undercloud.members.isEmpty)
        #expect(testbed.stores.undercloud.revision == .zero)
        testbed.shutDown()
    }

    @Test("starts a service that crashed again, and one that is held down only when let go")
    func serviceUnit() throws {
        let testbed = try Self.testbed(seed: 1)
        Self.pass(.seconds(30), testbed)
        let unit = try #require(testbed.software.unit(on: SimulatedTestbed.seedMachine))
        let before = testbed.simulator.jobs
        unit.holdDown()
        Self.pass(.seconds(300), testbed)
        #expect(testbed.simulator.waits.allSatisfy { !$0.process.hasPrefix("seed/seed") })
        unit.letGo()
        Self.pass(.seconds(60), testbed)
        #expect(testbed.simulator.waits.contains { $0.process.hasPrefix("seed/seed") })
        unit.crash()
        #expect(testbed.simulator.waits.allSatisfy { !$0.process.hasPrefix("seed/seed") })
        Self.pass(.seconds(60), testbed)
        #expect(testbed.simulator.waits.contains { $0.process.hasPrefix("seed/seed") })
        #expect(testbed.simulator.jobs > before)
        testbed.shutDown()
    }

    @Test("does not switch off the last copy of the state")
    func seedStaysWhileAlone() throws {
        let testbed = try Self.testbed(seed: 1)
        Self.pass(.seconds(30), testbed)
        var isOff = false
        testbed.switchOffSeed { isOff = true }
        Self.pass(.seconds(300), testbed)
        #expect(!isOff)
        #expect(testbed.datacenter.machine(SimulatedTestbed.seedMachine)?.power == .on)
        testbed.shutDown()
    }
}
