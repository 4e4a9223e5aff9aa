public import Hardware
import Simulation

extension SimulatedBMC: IndicatorControl {
    public func indicator() async throws(BMCError) -> IndicatorState {
        try await call { machine in machine.state.read { $0.controller.indicator } }
    }

    public func setIndicator(_ state: IndicatorState) async throws(BMCError) {
        try await call { machine in
            if machine.has(.bmcForgets) { return }
            machine.state.write { $0.controller.indicator = state }
        }
    }

    public func injectNMI() async throws(BMCError) {
        try await call { machine in
            if machine.has(.bmcForgets) || !machine.isUp { return }
            machine.log(.critical, "NMI")
            machine.accept(.reset)
        }
    }
}
