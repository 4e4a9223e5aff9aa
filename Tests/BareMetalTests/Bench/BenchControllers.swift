import Hardware
import Simulation
import World

/// The controllers on the bench, as one process reaches them.
struct BenchControllers: ControllerDirectory {
    let process: SimulatedProcess
    let machines: [BMCAddress: BenchMachine]
    let meter: StepMeter

    func controller(
        at address: BMCAddress, driver: DriverName, credentials: BMCCredentials
    ) -> any BMC {
        guard let machine = machines[address] else {
            preconditionFailure("The bench has no controller at \(address).")
        }
        return BenchBMC(process: process, machine: machine, meter: meter)
    }
}
