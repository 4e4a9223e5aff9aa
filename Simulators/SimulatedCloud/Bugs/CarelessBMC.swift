import Hardware
import Simulation

/// One controller as ``CarelessControllers`` drives it.
struct CarelessBMC: BMC {
    let bmc: any BMC
    let address: BMCAddress
    let bug: CloudBug
    let accepted: Confined<[BMCAddress: PowerState]>
    /// What this driver has seen the power come to.
    let settled: Confined<[BMCAddress: PowerState]>
    let tell: @Sendable (PowerState) -> Void

    func identity() async throws(BMCError) -> BMCIdentity {
        let found = try await bmc.identity()
        guard bug == .driverKnowsNoSerials else { return found }
        return BMCIdentity(
            manufacturer: found.manufacturer, product: found.product, serialNumber: "")
    }

    func powerState() async throws(BMCError) -> PowerState {
        if bug == .driverMakesUpSilence { throw .unreachable(waited: .seconds(20)) }
        let invented = accepted.read { $0[address] }
        if bug == .driverAsksNoMore {
            if let settled = settled.read({ $0[address] }) { return settled }
            let told = try await bmc.powerState()
            if told == invented { settled.write { $0[address] = told } }
            return told
        }
        if bug == .driverInventsPower, let invented { return invented }
        let told = try await bmc.powerState()
        guard bug == .driverBelievesAccepted, let invented else { return told }
        // It believes it itself.
        tell(invented)
        return invented
    }

    func setPower(_ action: PowerAction) async throws(BMCError) {
        try await bmc.setPower(bug == .driverCyclesPower && action == .reset ? .off : action)
        settled.write { $0[address] = nil }
        accepted.write { $0[address] = action.outcome }
    }

    func bootOverride() async throws(BMCError) -> BootOverride? { try await bmc.bootOverride() }

    func setBootOverride(_ override: BootOverride?) async throws(BMCError) {
        try await bmc.setBootOverride(override)
    }

    func sensors() async throws(BMCError) -> [SensorReading] { try await bmc.sensors() }
    func eventLog() async throws(BMCError) -> [EventLogEntry] { try await bmc.eventLog() }
    func clearEventLog() async throws(BMCError) { try await bmc.clearEventLog() }
}
