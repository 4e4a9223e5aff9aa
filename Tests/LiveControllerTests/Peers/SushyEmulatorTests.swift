import Hardware
import LiveHTTP
import Redfish
import Testing

@Suite("Our client and the emulator of sushy-tools", .serialized)
struct SushyEmulatorTests {
    private func withController(
        _ body: (RedfishController<RedfishConnection>) async throws -> Void
    ) async throws {
        let emulator = try await RunningEmulator()
        let connections = try RedfishConnections(.ignored)
        let bmc = RedfishController(
            over: connections.service(at: emulator.origin),
            access: RedfishAccess(BMCCredentials(user: "admin", password: "password")))
        do { try await body(bmc) } catch { Issue.record(error) }
        await connections.close()
        try await emulator.stop()
    }

    @Test(
        "switch power, choose where to boot from, and tell who the machine is",
        .enabled(if: PythonPeers.hasSushy, "sushy-tools is not installed; ci/setup installs it"))
    func power() async throws {
        try await withController { bmc in
            try await BMCContract(bmc: bmc).switchesPower()
            let override = BootOverride(.network, .persistent)
            try await bmc.setBootOverride(override)
            #expect(try await bmc.bootOverride()?.device == .network)
            #expect(try await bmc.identity().manufacturer == "Sushy Emulator")
        }
    }

    @Test(
        "find their way from the root to the light and the sensors",
        .enabled(if: PythonPeers.hasSushy, "sushy-tools is not installed; ci/setup installs it"))
    func links() async throws {
        try await withController { bmc in
            for state in [IndicatorState.on, .off] {
                try await bmc.setIndicator(state)
                #expect(try await bmc.indicator() == state)
            }
            try await BMCContract(bmc: bmc).readsSensors()
        }
    }
}
