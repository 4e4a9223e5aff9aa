import Hardware
import SimulatedDatacenter
import Simulation

@testable import SimulatedCloud

/// A machine with an image on its disk, and the system on it.
enum NodeSystemLab {
    static let image = ImageReference(
        name: "overcloud-full", digest: "0123456789abcdef", size: .gibibytes(2))

    static func machine(in simulator: Simulator) -> SimulatedMachine {
        let rack: RackName = "rack-1"
        let disk = DiskFacts(
            name: "/dev/sda", model: "Disk", vendor: "Maker", serial: "D1", wwn: "0x1",
            hctl: "0:0:0:0", byPath: "/dev/disk/by-path/0", size: .gibibytes(100),
            isRotational: false)
        let specification = MachineSpecification(
            name: "node-1", rack: rack, controller: nil,
            identity: BMCIdentity(manufacturer: "Maker", product: "Server", serialNumber: "S1"),
            processor: ProcessorFacts(count: 32, architecture: "x86_64", model: "Xeon"),
            memory: .gibibytes(64), disks: [disk],
            interfaces: [
                InterfaceFacts(
                    name: "eno1", address: MACAddress(rawValue: 0x5254_0000_0001),
                    hasCarrier: true, speed: .gigabits(10))
            ], bootOrder: [.disk], speed: .ordinary,
            installed: [InstalledImage(image, on: "/dev/sda")])
        let datacenter = SimulatedDatacenter(
            simulator: simulator,
            specification: DatacenterSpecification(
                racks: [RackSpecification(name: rack, uplink: .gigabits(40))],
                machines: [specification]))
        return datacenter.machines[0]
    }

    static func system(for process: SimulatedProcess) -> SimulatedNodeSystem {
        SimulatedNodeSystem(on: machine(in: process.simulator), disk: "/dev/sda", process: process)
    }
}
