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
            machines: [seed(in: description)] + machines,
            power: PowerSpecification(
                feeds: description.power.feeds, limit: description.power.pdu),
            timing: timing,
            volumes: StorageShelf(scenario, GoldenImages(scenario.cloud)).contents,
            codeFaults: scenario.codeFaults.map {
                CodeFaultLottery(site: $0.site, chance: $0.chance, until: $0.until)
            })
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
        var cloud = Cloud(
            plan: scenario.cloud, seed: HostAddress(seedMachine.text), seedFate: fate)
        cloud.starts = bug == .startsAtOnce ? .unbounded : starts(datacenter)
        cloud.networkInterface = scenario.datacenter.network
        let (wanted, volumes) = (cloud, StorageShelf(scenario, golden).records)
        let programs = MachineSoftware.Programs(undercloud: golden.undercloud) { world in
            Seed(
                world: world, cloud: wanted, nodes: nodes, images: golden.images,
                volumes: volumes, templates: scenario.templates, overcloud: scenario.overcloud)
        }
        return MachineSoftware(datacenter, stores, programs, bug: bug)
    }
}

extension SimulatedTestbed {
    /// What the operator writes down of what the fullest rack's breakers stand.
    private static func starts(_ datacenter: SimulatedDatacenter) -> StartBudget? {
        let specification = datacenter.specification
        guard let limit = specification.power.limit else { return nil }
        let fullest = specification.racks.map { datacenter.machines(in: $0.name).count }.max()
        let rating = specification.machines.last?.rating ?? PowerRating()
        return .fitting(
            limit, machines: fullest ?? 1, running: rating.busy, inrush: rating.inrush,
            lasting: rating.inrushDuration)
    }
}

extension StartBudget {
    /// No budget at all: ``CloudBug/startsAtOnce``.
    fileprivate static let unbounded = StartBudget(atOnce: 100_000, window: .seconds(1))
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
