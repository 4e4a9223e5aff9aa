public import Hardware
import Simulation

extension SimulatedBMC: BIOSControl {
    public func biosSettings() async throws(BMCError) -> [BIOSSetting] {
        try await call { machine in machine.state.read { $0.settings.all } }
    }

    public func pendingBIOSSettings() async throws(BMCError) -> [BIOSAssignment] {
        try await call { machine in machine.state.read { $0.settings.assignments } }
    }

    public func setBIOSSettings(_ assignments: [BIOSAssignment]) async throws(BMCError) {
        let refusal = try await call { machine in machine.askForSettings(assignments) }
        if let refusal { throw .refused(refusal) }
    }

    public func resetBIOSSettings() async throws(BMCError) {
        try await call { machine in machine.askForFactorySettings() }
    }
}
