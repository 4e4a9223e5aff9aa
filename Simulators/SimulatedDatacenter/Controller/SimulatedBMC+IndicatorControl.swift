public import Hardware
import Simulation

extension SimulatedBMC: IndicatorControl {
    public func indicator() async throws(BMCError) -> IndicatorState {
        try await call { machine in machine.state.read { $0.controller.indicator } }
    }

    public func setIndicator(_ state: IndicatorState) async throws(BMCError) {
        try await call { machine in machine.light(state) }
    }

    public func injectNMI() async throws(BMCError) {
        try await call { machine in machine.interrupt() }
    }
}
