import Hardware
import Simulation

/// What a caller gets at an address where no controller answers to the driver.
struct UnansweredBMC: BMC {
    let address: BMCAddress
    let process: SimulatedProcess
    let latency: Duration

    func identity() async throws(BMCError) -> BMCIdentity { try await fail() }
    func powerState() async throws(BMCError) -> PowerState { try await fail() }
    func setPower(_ action: PowerAction) async throws(BMCError) { try await fail() }
    func bootOverride() async throws(BMCError) -> BootOverride? { try await fail() }
    func setBootOverride(_ override: BootOverride?) async throws(BMCError) { try await fail() }
    func sensors() async throws(BMCError) -> [SensorReading] { try await fail() }
    func eventLog() async throws(BMCError) -> [EventLogEntry] { try await fail() }
    func clearEventLog() async throws(BMCError) { try await fail() }

    private func fail() async throws(BMCError) -> Never {
        do {
            try await process.wait(
                WaitReason("looks for a controller at", address.description),
                until: process.simulator.now + latency
            )
        } catch { throw .revoked }
        throw .unknownController(address)
    }
}
