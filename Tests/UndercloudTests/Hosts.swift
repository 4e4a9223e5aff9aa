import Hardware
import SimulatedDatacenter
import Simulation
import World

/// Some machines that run, in a simulated datacenter of their own.
final class Hosts: Sendable {
    let simulator: Simulator
    private let datacenter: SimulatedDatacenter

    init(_ names: [HostAddress], seed: UInt64 = 1, schedule: Schedule = .shuffle) {
        let simulator = Simulator(seed: seed, schedule: schedule)
        self.simulator = simulator
        datacenter = SimulatedDatacenter(
            simulator: simulator,
            specification: DatacenterSpecification(
                racks: [RackSpecification(name: "rack", uplink: .gigabits(40))],
                machines: names.enumerated().map { Self.machine($1, number: $0) }))
        for machine in datacenter.machines { machine.bootAtOnce() }
    }

    /// A process on a host, and what it may touch.
    func process(_ name: String, on host: HostAddress) -> (process: SimulatedProcess, world: World)
    {
        guard let process = datacenter.machine(at: host)?.startProcess(name) else {
            preconditionFailure("\(host) runs.")
        }
        return (process, datacenter.world(for: process, on: host, stores: NoStores()))
    }

    /// Takes a host's link away, or gives it back.
    func unplug(_ host: HostAddress) { datacenter.inject(.linkLoss, on: MachineName(host.text)) }
    func plug(_ host: HostAddress) { datacenter.repair(.linkLoss, on: MachineName(host.text)) }

    func pass(_ duration: Duration) {
        let deadline = simulator.now + duration
        simulator.schedule(at: deadline) {}
        let finding = simulator.run { self.simulator.now >= deadline }
        if let finding { preconditionFailure("\(finding)") }
    }

    private static func machine(_ host: HostAddress, number: Int) -> MachineSpecification {
        let image = ImageReference(name: "system", digest: "5eed", size: .gibibytes(1))
        return MachineSpecification(
            name: MachineName(host.text), rack: "rack", controller: nil,
            identity: BMCIdentity(manufacturer: "", product: "", serialNumber: "\(number)"),
            processor: ProcessorFacts(count: 8, architecture: "x86_64", model: "Xeon"),
            memory: .gibibytes(32), disks: [disk],
            interfaces: [
                InterfaceFacts(
                    name: "eno1", address: MACAddress(rawValue: 0x5254_0000_0000 + UInt64(number)),
                    hasCarrier: true, speed: .gigabits(10))
            ],
            bootOrder: [.disk], installed: [InstalledImage(image, on: disk.name)])
    }

    static let disk = DiskFacts(
        name: "/dev/sda", model: "Disk", vendor: "Maker", serial: "D", wwn: "", hctl: "",
        byPath: "", size: .gibibytes(100), isRotational: false)
}
