import BareMetal
import Hardware
import NodeAgent
import OrderedCollections
import SimulatedDatacenter
import Simulation
import Undercloud
import World

/// What runs on a machine that has started something: the ramdisk's agent, the seed, a replica of
/// the undercloud, or an overcloud machine's metadata collector.
final class MachineSoftware: Sendable {
    /// What every machine with an image of ours is known to carry.
    struct Programs: Sendable {
        let undercloud: ImageDigest
        /// Starts the seed; called each time its machine starts.
        let seed: @Sendable (World) -> Seed
    }

    private let datacenter: SimulatedDatacenter
    private let stores: CloudStores
    private let programs: Programs
    private let bug: CloudBug?
    /// The control plane's services, by machine.
    private let units: Confined<OrderedDictionary<MachineName, ServiceUnit>>

    init(
        _ datacenter: SimulatedDatacenter, _ stores: CloudStores, _ programs: Programs,
        bug: CloudBug?
    ) {
        self.datacenter = datacenter
        self.stores = stores
        self.programs = programs
        self.bug = bug
        units = Confined(datacenter.simulator, [:])
    }

    /// The control plane's service on a machine; nil where none runs.
    func unit(on machine: MachineName) -> ServiceUnit? { units.read { $0[machine] } }

    /// Starts whatever belongs on a machine that has just booted.
    func start(_ booted: BootedSystem) {
        booted.process.onEnd { [self] in ended(booted.machine) }
        switch booted.system {
        case .ramdisk(let offer, _): startAgent(booted, offer)
        case .disk(let image, _, let disk): startSystem(booted, image, from: disk)
        }
    }

    private func ended(_ machine: SimulatedMachine) {
        units.write { $0[machine.name] = nil }
        stores.close(machine.address)
    }

    private func startAgent(_ booted: BootedSystem, _ offer: DHCPOffer) {
        let world = overheard(world(for: booted.process, on: booted.machine), on: booted.machine)
        let real = AgentHardware(machine: booted.machine, process: booted.process)
        let hardware: any HardwareAccess =
            if let bug, bug.isCareless {
                CarelessHardware(
                    hardware: real, bug: bug, usualNames: booted.machine.usualDiskNames)
            } else {
                real
            }
        let agent = RamdiskAgent(
            world: world, hardware: hardware, arguments: offer.files?.arguments ?? [:])
        if let agent { booted.process.spawn { await agent.run() } }
    }

    private func overheard(_ world: World, on machine: SimulatedMachine) -> World {
        let network = OverheardNetwork(
            network: world.network, machine: machine,
            tell: { [datacenter] in datacenter.record($0) })
        return World(
            host: world.host, clock: world.clock, random: world.random, stores: world.stores,
            network: network, controllers: world.controllers, spawner: world.spawner,
            journal: world.journal, faults: world.faults)
    }

    private func startSystem(_ booted: BootedSystem, _ image: ImageDigest, from disk: String) {
        switch image {
        case GoldenImages.seed.digest:
            startUnit("seed", booted) { [self] world in await programs.seed(world).run() }
        case programs.undercloud:
            startUnit("replica", booted) { world in await Self.runReplica(world) }
            startCollector(booted, image, from: disk)
        default: startCollector(booted, image, from: disk)
        }
    }

    private func startUnit(
        _ name: String, _ booted: BootedSystem, _ work: @escaping @Sendable (World) async -> Void
    ) {
        let unit = ServiceUnit(name, on: booted.machine, system: booted.process) { [self] process in
            let world = world(for: process, on: booted.machine)
            process.spawn { await work(world) }
            startRogue(in: process, world)
        }
        units.write { $0[booted.machine.name] = unit }
    }

    private func startRogue(in process: SimulatedProcess, _ world: World) {
        let rogue = RogueOperator(world: world) { [self] in
            stores.authoritative.snapshot(of: Node.self).map(\.document)
        }
        switch bug {
        case .roguePowerOff: process.spawn { await rogue.switchOff() }
        // The seed manages every node at first.
        case .rogueLooks where world.host.text != SimulatedTestbed.seedMachine.text:
            process.spawn { await rogue.look() }
        case .rogueTakesBack:
            let store = stores.undercloud.handle(for: process)
            process.spawn { await rogue.takeBack(in: store) }
        default: break
        }
    }

    private func startCollector(
        _ booted: BootedSystem, _ image: ImageDigest, from disk: String
    ) {
        let world = world(for: booted.process, on: booted.machine)
        let agents = ConfiguredSystem(
            booted, disk: disk, world, bug: bug, tell: { [datacenter] in datacenter.record($0) })
        let collector = MetadataCollector(
            world: world,
            addresses: booted.machine.facts.interfaces.map(\.address), image: image,
            service: ServiceAddress.undercloud, vlan: { booted.machine.vlan },
            raid: { booted.machine.softwareRAIDConditions },
            shutDown: { booted.machine.shutDown(by: booted.process) },
            apply: { agents.apply($0) })
        booted.process.spawn { await collector.run() }
    }

    /// Waits for the store to be reachable, then takes part for as long as the process lives.
    private static func runReplica(_ world: World) async {
        let pause: Duration = .seconds(5)
        repeat {
            guard let store = try? await world.stores.open(Seed.undercloudStoreName) else {
                continue
            }
            await UndercloudReplica(world: world, store: store).run()
            return
        } while (try? await world.clock.sleep(for: pause)) != nil
    }

    private func world(for process: SimulatedProcess, on machine: SimulatedMachine) -> World {
        let world = faultless(process, on: machine)
        guard let bug else { return world }
        let isCareless = [
            CloudBug.driverBelievesAccepted, .driverInventsPower, .driverKnowsNoSerials,
            .driverAsksNoMore, .driverMakesUpSilence, .driverCyclesPower,
        ].contains(bug)
        return World(
            host: world.host, clock: world.clock, random: world.random, stores: world.stores,
            network: bug == .heartbeatsLost ? DeafNetwork(network: world.network) : world.network,
            controllers: isCareless
                ? CarelessControllers(
                    controllers: world.controllers, bug: bug,
                    accepted: Confined(process.simulator, [:]),
                    settled: Confined(process.simulator, [:]), datacenter: datacenter)
                : world.controllers,
            spawner: world.spawner, journal: world.journal, faults: world.faults)
    }

    private func faultless(_ process: SimulatedProcess, on machine: SimulatedMachine) -> World {
        datacenter.world(
            for: process, on: machine.address,
            stores: HostStores(
                stores: stores, process: process, machine: machine, bug: bug,
                datacenter: datacenter))
    }
}
