import Hardware
import Simulation
import World

/// The management network as one process reaches it.
struct SimulatedControllers: ControllerDirectory {
    let process: SimulatedProcess
    /// By address. Looked up only, never gone through.
    let machines: [BMCAddress: SimulatedMachine]
    let timing: TimingProfile
    let network: ManagementNetwork

    func controller(
        at address: BMCAddress,
        driver: DriverName,
        credentials: BMCCredentials
    ) -> any BMC {
        guard let machine = machines[address],
            let controller = machine.specification.controller, controller.driver == driver
        else {
            let latency = timing.controllerLatency.bounds.upperBound
            return UnansweredBMC(address: address, process: process, latency: latency)
        }
        if let wire = controller.wire {
            return network.switchboard(of: process)
                .controller(of: machine, over: wire, credentials)
        }
        return SimulatedBMC(addressed: machine, process: process, credentials: credentials)
    }
}
