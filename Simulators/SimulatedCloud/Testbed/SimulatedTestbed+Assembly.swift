import BareMetal
import Hardware
import Harness
import SimulatedDatacenter
import Simulation
import Undercloud
import World

extension SimulatedTestbed {
    static func specification(
        _ scenario: Scenario, _ machines: [MachineSpecification]
    ) -> DatacenterSpecification {
        let description = scenario.datacenter
        var timing = TimingProfile()
        timing.slowMachines = description.slowMachines
        return DatacenterSpecification(
            racks: description.racks.map {
                RackSpecification(name: $0, uplink: description.uplink)
            },
            machines: [seed(in: description)] + machines, timing: timing)
    }

    /// A laptop with a stick, on a port of the first rack. Nobody manages it.
    private static func seed(in description: DatacenterDescription) -> MachineSpecification {
        let disk = DiskRack.disk(
            0, size: .gibibytes(64), number: 0, serial: "STICK", isRotational: false)
        return MachineSpecification(
            name: seedMachine, rack: description.racks[0], controller: nil,
            identity: BMCIdentity(manufacturer: "Updraft", product: "Stick", serialNumber: "SEED"),
            processor: ProcessorFacts(count: 4, architecture: "x86_64", model: "Simulated CPU"),
            memory: .gibibytes(16), disks: [disk],
            interfaces: [
                InterfaceFacts(
                    name: "eno1", address: MACAddress(rawValue: 0x5254_ff00_0000),
                    hasCarrier: true, speed: description.nic)
            ], bootOrder: [.disk], speed: .ordinary,
            installed: [InstalledImage(GoldenImages.seed, on: disk.name)])
    }

    static func software(
        _ scenario: Scenario, _ datacenter: SimulatedDatacenter, _ stores: CloudStores,
        _ nodes: [NodeDescription], _ bug: CloudBug?
    ) -> MachineSoftware {
        let golden = GoldenImages(scenario.cloud)
        let fate: SeedFate = scenario.seedShutdown == .never ? .stays : .switchedOff
        let cloud = Cloud(
            plan: scenario.cloud, seed: HostAddress(seedMachine.text), seedFate: fate)
        let programs = MachineSoftware.Programs(undercloud: golden.undercloud) { world in
            Seed(world: world, cloud: cloud, nodes: nodes, images: golden.images)
        }
        return MachineSoftware(datacenter, stores, programs, bug: bug)
    }
}

extension CloudStores {
    /// Stores whose every commit is shown to the observers, and whose events are in the journal.
    static func watched(
        _ simulator: Simulator, _ datacenter: SimulatedDatacenter, _ bug: CloudBug?,
        _ observers: Confined<[(Observation) -> Void]>
    ) -> CloudStores {
        var defects = StoreDefects()
        defects.losesDurableCommits = bug == .storeLosesCommits
        return CloudStores(
            simulator, defects: defects,
            onCommit: { commit in
                for observer in observers.read({ $0 }) { observer(.commit(commit)) }
            }, journal: { datacenter.record($0) })
    }
}
