import Hardware
import Libvirt
import Testing

@Suite("A domain's controller does what every controller does, on libvirt's test hypervisor")
struct LibvirtContractTests {
    @Test("switches power, and twice is as good as once")
    func power() async throws {
        let domain = try await TestDomain()
        try await BMCContract(bmc: domain.controller).switchesPower()
    }

    @Test("leaves a machine that is reset in the state that it is in")
    func reset() async throws {
        let domain = try await TestDomain()
        try await BMCContract(bmc: domain.controller).resets()
    }

    @Test("asks guests to shut down and to restart")
    func guests() async throws {
        let domain = try await TestDomain()
        try await BMCContract(bmc: domain.controller).asksGuests()
    }

    @Test(
        "tells back what was asked of the next boot",
        arguments: [BootDevice.network, .disk, .virtualMedia],
        [BootOverride.Persistence.once, .persistent])
    func boot(_ device: BootDevice, _ persistence: BootOverride.Persistence) async throws {
        let domain = try await TestDomain()
        try await BMCContract(bmc: domain.controller).chooses(device, persistence)
    }

    @Test("says who the machine is")
    func identity() async throws {
        let domain = try await TestDomain()
        try await BMCContract(bmc: domain.controller).tellsWhoItIs()
    }

    @Test("carries out each chassis command, where it fits the power state")
    func chassis() async throws {
        let controller = try await TestDomain().controller
        for (action, state) in [
            (ChassisAction.hardReset, PowerState.off), (.powerCycle, .off), (.softShutdown, .off),
            (.powerUp, .on), (.powerUp, .on), (.diagnosticInterrupt, .on), (.hardReset, .on),
            (.powerCycle, .on), (.softShutdown, .off), (.powerDown, .off),
        ] {
            try await controller.perform(action)
            #expect(try await controller.powerState() == state, "after \(action)")
        }
    }

    @Test("refuses, each in one line, what domains have none of")
    func absent() async throws {
        let controller = try await TestDomain().controller
        await #expect(throws: BMCError.refused("domains have no sensors")) {
            _ = try await controller.sensors()
        }
        await #expect(throws: BMCError.refused("domains have no system event log")) {
            _ = try await controller.eventLog()
        }
        await #expect(throws: BMCError.refused("domains have no system event log")) {
            try await controller.clearEventLog()
        }
        await #expect(throws: BMCError.refused("domains have no identify light")) {
            try await controller.setIndicator(.on)
        }
    }
}
