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
    /// Tests that compute for long may hold all threads; what they keep from its time is asked
    /// again.
    static func patiently(_ body: () async throws -> Void) async throws {
        for _ in 0..<4 {
            do { return try await body() } catch {
                guard case BMCError.unreachable = error else { throw error }
            }
        }
        try await body()
    }

    @Test("opens sessions with the suites it has, and is told why it gets none")
    func sessions() async throws {
        let simulator = try RunningIPMISim()
        let live = try LiveIPMI()
        for suite in [CipherSuite.suite3, CipherSuite(id: 2), CipherSuite(id: 1)] {
            let suite = try #require(suite)
            let access = IPMIAccess(
                BMCCredentials(user: "admin", password: "secret"), suites: [suite])
            let host = await live.host(simulator.place, access)
            let controller = IPMIController(over: host)
            try await Self.patiently {
                let state = try await controller.powerState()
                let entries = try await controller.eventLog()
                let identity = try await controller.identity()
                #expect(state == .off)
                #expect(entries.isEmpty)
                #expect(identity.manufacturer == "IANA 4753")
            }
        }
        let wrong = IPMIAccess(
            BMCCredentials(user: "admin", password: "wrong"), suites: [.suite3])
        let host = await live.host(simulator.place, wrong)
        await #expect(throws: BMCError.unauthorized) {
            try await Self.patiently { _ = try await IPMIController(over: host).powerState() }
        }
        await live.close()
        withExtendedLifetime(simulator) {}
    }

    @Test("falls back to a suite that the controller has")
    func fallback() async throws {
        let simulator = try RunningIPMISim()
        let live = try LiveIPMI()
        let access = IPMIAccess(BMCCredentials(user: "admin", password: "secret"))
        let host = await live.host(simulator.place, access)
        try await Self.patiently {
            let state = try await IPMIController(over: host).powerState()
            #expect(state == .off)
        }
        await live.close()
        withExtendedLifetime(simulator) {}
    }
}
