import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("The controller contract")
struct BMCContractTests {
    @Test(
        "is held by a simulated controller",
        arguments: UInt64(1)...10,
        Schedule.allCases
    )
    func held(seed: UInt64, schedule: Schedule) throws {
        #expect(try violations(Lab(seed: seed, schedule: schedule)) == [])
    }

    @Test("is held by the controller of a slow machine", arguments: UInt64(1)...5)
    func heldBySlow(seed: UInt64) throws {
        #expect(try violations(Lab(seed: seed, speed: .slow)) == [])
    }

    @Test(
        "is held over each wire protocol",
        arguments: UInt64(1)...10,
        ManagementProtocol.allCases
    )
    func heldOnTheWire(seed: UInt64, wire: ManagementProtocol) throws {
        #expect(try violations(Lab(seed: seed, wire: wire)) == [])
    }

    @Test(
        "is held over each wire protocol under each schedule",
        arguments: Schedule.allCases,
        ManagementProtocol.allCases
    )
    func heldUnderSchedules(schedule: Schedule, wire: ManagementProtocol) throws {
        #expect(try violations(Lab(schedule: schedule, wire: wire)) == [])
    }

    @Test(
        "is not held over the wire by a controller that forgets",
        arguments: ManagementProtocol.allCases
    )
    func forgetfulOnTheWire(wire: ManagementProtocol) throws {
        let lab = Lab(wire: wire)
        lab.datacenter.inject(.bmcForgets, on: lab.node.name)
        #expect(try violations(lab).contains("an override is remembered"))
    }

    @Test("is not held by a controller that forgets, so the contract can fail")
    func forgetful() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcForgets, on: lab.node.name)
        #expect(
            try violations(lab) == [
                "asked twice for 'on', it ends there", "asked twice for 'on', it ends there",
                "asked twice for 'on', it ends there", "an override is remembered",
                "a persistent override outlives a boot",
            ]
        )
    }

    @Test("is not held by the controller of a dead machine, so the contract can fail")
    func dead() throws {
        let lab = Lab()
        lab.datacenter.inject(.machineDead, on: lab.node.name)
        #expect(try violations(lab).contains("asked twice for 'on', it ends there"))
    }

    private func violations(_ lab: Lab) throws -> [String] {
        lab.seed.bootAtOnce()
        let node = lab.node
        let process = try #require(lab.seed.startProcess("conductor"))
        let world = lab.world(for: process, on: lab.seed)
        return try lab.run(in: process) { process in
            let bmc = lab.bmc(of: node, for: process)
            return try await BMCContract(bmc: bmc, clock: world.clock).violations()
        }
    }
}
