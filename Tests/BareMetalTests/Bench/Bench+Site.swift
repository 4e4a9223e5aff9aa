import BareMetal
import Hardware
import SimulatedDatacenter
import Simulation

extension Bench {
    static let raidController: RAIDControllerName = "RAID.Integrated.1-1"

    /// Puts machines of a simulated datacenter behind the nodes' controllers: with firmware
    /// settings, and with six disks behind a RAID controller.
    ///
    /// - Parameter volumes: what the controller comes with.
    func buildSite(volumes: [RAIDVolumeRequest] = []) -> SimulatedMachine {
        let rack: RackName = "rack"
        let datacenter = SimulatedDatacenter(
            simulator: simulator,
            specification: DatacenterSpecification(
                racks: [RackSpecification(name: rack, uplink: .gigabits(40))],
                machines: [specification(of: machine, in: rack, volumes)]))
        site.write { $0 = datacenter }
        return datacenter.machines[0]
    }

    private func specification(
        of machine: BenchMachine, in rack: RackName, _ volumes: [RAIDVolumeRequest]
    ) -> MachineSpecification {
        let disks = (0..<6).map {
            RAIDDisk(
                name: RAIDDiskName("Disk.Bay.\($0)"), controller: Self.raidController,
                size: .gibibytes(400), medium: .ssd, attachment: .sas)
        }
        return MachineSpecification(
            name: "machine-1", rack: rack,
            controller: ControllerSpecification(
                address: machine.bmc, driver: "bench",
                credentials: BMCCredentials(user: "admin", password: "secret")),
            identity: machine.facts.identity, processor: machine.facts.processor,
            memory: machine.facts.memory, disks: [],
            raidControllers: [
                RAIDControllerSpecification(
                    name: Self.raidController, disks: disks, volumes: volumes)
            ],
            interfaces: machine.facts.interfaces, bootOrder: [.disk], speed: .ordinary)
    }
}
