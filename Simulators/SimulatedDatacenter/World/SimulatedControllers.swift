import Hardware
import Simulation
import World

/// The management network as one process reaches it.
struct SimulatedControllers: ControllerDirectory {
    let process: SimulatedProcess
    /// By address. Looked up only, never gone through.
    let machines: [BMCAddress: SimulatedMachine]
    let timing: TimingProfile

    func controller(
        at address: BMCAddress,
        driver: DriverName,
        credentials: BMCCredentials
    ) -> any BMC {
        guard let machine = machines[address], machine.specification.controller?.driver == driver
        else {
            let latency = timing.controllerLatency.bounds.upperBound
            return UnansweredBMC(address: address, process: process, latency: latency)
        }
        return SimulatedBMC(addressed: machine, process: process, credentials: credentials)
    }
}
