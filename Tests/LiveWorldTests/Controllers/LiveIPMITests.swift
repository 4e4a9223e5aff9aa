import Foundation
import Hardware
import IPMI
import LiveWorld
import Testing

/// Our client against somebody else's controller.
@Suite(
    "Our client against ipmi_sim", .serialized,
    .enabled(if: Tool.isInstalled("ipmi_sim"), "SKIPPED: ipmi_sim (openipmi) is not installed"))
struct LiveIPMITests {
    @Test("opens sessions with the suites it has, and is told why it gets none")
    func sessions() async throws {
        let simulator = try RunningIPMISim()
        let live = try LiveIPMI()
        for suite in [CipherSuite.suite3, CipherSuite(id: 2), CipherSuite(id: 1)] {
            let suite = try #require(suite)
            let access = IPMIAccess(
                BMCCredentials(user: "admin", password: "secret"), suites: [suite])
            let host = await live.host(ipv4: 0x7F00_0001, port: simulator.port, access)
            let controller = IPMIController(over: host)
            #expect(try await controller.powerState() == .off)
            #expect(try await controller.eventLog().isEmpty)
            #expect(try await controller.identity().manufacturer == "IANA 4753")
        }
        let wrong = IPMIAccess(
            BMCCredentials(user: "admin", password: "wrong"), suites: [.suite3])
        let host = await live.host(ipv4: 0x7F00_0001, port: simulator.port, wrong)
        await #expect(throws: BMCError.unauthorized) {
            try await IPMIController(over: host).powerState()
        }
        await live.close()
        withExtendedLifetime(simulator) {}
    }

    @Test("falls back to a suite that the controller has")
    func fallback() async throws {
        let simulator = try RunningIPMISim()
        let live = try LiveIPMI()
        let access = IPMIAccess(BMCCredentials(user: "admin", password: "secret"))
        let host = await live.host(ipv4: 0x7F00_0001, port: simulator.port, access)
        #expect(try await IPMIController(over: host).powerState() == .off)
        await live.close()
        withExtendedLifetime(simulator) {}
    }
}
