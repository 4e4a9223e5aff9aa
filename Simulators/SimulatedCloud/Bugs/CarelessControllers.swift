import Hardware
import SimulatedDatacenter
import Simulation
import World

/// A driver that takes a controller's word for more than it is, or does other than it was told:
/// ``CloudBug/driverBelievesAccepted``, ``CloudBug/driverInventsPower``,
/// ``CloudBug/driverKnowsNoSerials``, ``CloudBug/driverAsksNoMore``,
/// ``CloudBug/driverMakesUpSilence`` and ``CloudBug/driverCyclesPower``.
struct CarelessControllers: ControllerDirectory {
    let controllers: any ControllerDirectory
    let bug: CloudBug
    /// What each controller accepted last, which is what this driver takes the power for.
    let accepted: Confined<[BMCAddress: PowerState]>
    /// What each controller's machine came to, since when this driver asks no more.
    let settled: Confined<[BMCAddress: PowerState]>
    let datacenter: SimulatedDatacenter

    func controller(
        at address: BMCAddress, driver: DriverName, credentials: BMCCredentials
    ) -> any BMC {
        CarelessBMC(
            bmc: controllers.controller(at: address, driver: driver, credentials: credentials),
            address: address, bug: bug, accepted: accepted,
            settled: settled,
            tell: { [datacenter] state in
                guard let machine = datacenter.machine(behind: address) else { return }
                datacenter.record(ContactEvent.powerTold(machine.name, state))
            })
    }
}
