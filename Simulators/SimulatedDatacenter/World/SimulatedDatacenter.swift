public import Hardware
import OrderedCollections
public import Simulation
public import World

/// A datacenter made of models: racks, switches, machines, and the worlds of processes on them.
///
/// Everything in it happens on the simulator's thread and in its virtual time. Its machines and
/// its networks draw from branches of the simulator's seed that belong to them.
public final class SimulatedDatacenter: Sendable {
    public let simulator: Simulator
    public let specification: DatacenterSpecification
    let fabric: DatacenterFabric
    private let byName: OrderedDictionary<MachineName, SimulatedMachine>
    private let byController: [BMCAddress: SimulatedMachine]
    /// Every rack's own, by its name.
    let switches: OrderedDictionary<SwitchName, RackSwitch>
    let agent: SwitchAgent
    let management: ManagementNetwork
    /// How many worlds processes of one name have had: a restarted process has chance of its own.
    private let lives: Confined<[String: Int]>

    /// - Parameters:
    ///   - wireDefects: what clients do wrong on the wire; nothing, but where a bug is planted.
    ///   - journal: is told of everything that is recorded, and by whom.
    public init(
        simulator: Simulator,
        specification: DatacenterSpecification,
        wireDefects: WireDefects = WireDefects(),
        journal: @escaping (String, any JournalEvent) -> Void = { _, _ in }
    ) {
        self.simulator = simulator
        self.specification = specification
        let fabric = DatacenterFabric(simulator, specification)
        self.fabric = fabric
        fabric.recorder.observe { journal($0.source, $0.event) }
        let switches = specification.racks.enumerated().map { number, rack in
            RackSwitch(SwitchName(rack.name.text), number: number, in: rack, fabric)
        }
        self.switches = OrderedDictionary(uniqueKeysWithValues: switches.map { ($0.name, $0) })
        agent = SwitchAgent(fabric, self.switches)
        let machines = Self.cable(specification, fabric, self.switches)
        byName = OrderedDictionary(uniqueKeysWithValues: machines.map { ($0.name, $0) })
        byController = Dictionary(
            uniqueKeysWithValues: machines.compactMap { machine in
                machine.specification.controller.map { ($0.address, machine) }
            }
        )
        management = ManagementNetwork(simulator, wireDefects)
        lives = Confined(simulator, [:])
    }

    /// All machines, in the order of the specification.
    public var machines: [SimulatedMachine] { Array(byName.values) }

    public func machine(_ name: MachineName) -> SimulatedMachine? { byName[name] }

    /// The machine behind a controller.
    public func machine(behind controller: BMCAddress) -> SimulatedMachine? {
        byController[controller]
    }

    /// The machine that messages to this address reach now: a service's holder, the machine of
    /// that name, or the one the address is lent to.
    public func machine(at address: HostAddress) -> SimulatedMachine? {
        fabric.network.machine(at: address)
    }

    /// Is handed every system that a machine starts, so that software can be started on it.
    public var onBoot: ((BootedSystem) -> Void)? {
        get { fabric.boots.onBoot }
        set { fabric.boots.onBoot = newValue }
    }

    /// Lets somebody see everything that is recorded from now on.
    public func observe(_ observer: @escaping (JournalEntry) -> Void) {
        fabric.recorder.observe(observer)
    }

    /// Lets somebody see every look at a machine's power from now on.
    public func observeLooks(_ observer: @escaping (PowerLook) -> Void) {
        fabric.recorder.observeLooks(observer)
    }

    /// Records what a part of the datacenter that is no machine has to tell.
    public func record(_ event: any JournalEvent) { fabric.recorder.record(event) }

    /// Lets a fault begin on a machine. One that is in force already stays as it is.
    ///
    /// - Precondition: there is such a machine.
    public func inject(_ fault: HardwareFault, on machine: MachineName) {
        let machine = existing(machine)
        if fault.isMixup { mixUp(fault, machine) } else { machine.inject(fault) }
    }

    /// Lets a fault end. What it left behind stays.
    ///
    /// - Precondition: there is such a machine.
    public func repair(_ fault: HardwareFault, on machine: MachineName) {
        let machine = existing(machine)
        if fault.isMixup { sortOut(fault, machine) } else { machine.repair(fault) }
    }

    /// The controllers as a process reaches them, over the management network.
    public func controllers(for process: SimulatedProcess) -> any ControllerDirectory {
        SimulatedControllers(
            process: process,
            machines: byController,
            timing: specification.timing, network: management
        )
    }

    /// All that a process on a host may touch. The process ends with the system that runs there;
    /// at once where nothing runs.
    ///
    /// - Precondition: `host` is a machine's name or an address lent to one.
    public func world(
        for process: SimulatedProcess,
        on host: HostAddress,
        stores: any StoreDirectory
    ) -> World {
        guard let machine = fabric.network.machine(at: host) else {
            preconditionFailure("There is no host '\(host)'.")
        }
        machine.tie(process)
        let random = simulator.random.branch("process \(process.name) \(nextLife(of: process))")
        return World(
            host: host,
            clock: SimulatedClock(process: process),
            random: SimulatedRandomSource(random, simulator),
            stores: stores,
            network: SimulatedHostNetwork(
                process: process,
                machine: machine,
                network: fabric.network
            ),
            controllers: controllers(for: process),
            spawner: SimulatedSpawner(process: process),
            journal: SimulatedJournal(process: process, recorder: fabric.recorder),
            faults: faultSites(of: process, on: host, random)
        )
    }

    private func faultSites(
        of process: SimulatedProcess, on host: HostAddress, _ random: SeededGenerator
    ) -> any FaultSites {
        guard !specification.codeFaults.isEmpty else { return NoFaultSites() }
        return SimulatedFaultSites(
            specification.codeFaults, process: process, host: host, random: random,
            recorder: fabric.recorder)
    }

    private func nextLife(of process: SimulatedProcess) -> Int {
        lives.write {
            $0[process.name, default: 0] += 1
            return $0[process.name, default: 0]
        }
    }

    private func existing(_ name: MachineName) -> SimulatedMachine {
        guard let machine = byName[name] else {
            preconditionFailure("There is no machine '\(name)'.")
        }
        return machine
    }

    private static func cable(
        _ specification: DatacenterSpecification,
        _ fabric: DatacenterFabric,
        _ switches: OrderedDictionary<SwitchName, RackSwitch>
    ) -> [SimulatedMachine] {
        specification.machines.map { machine in
            guard let rackSwitch = switches[SwitchName(machine.rack.text)] else {
                preconditionFailure("Every machine stands in a rack.")
            }
            let port = SwitchPort(
                rackSwitch: rackSwitch,
                number: rackSwitch.machines.count + 1,
                egress: fabric.transfers.addLink(machine.linkSpeed),
                ingress: fabric.transfers.addLink(machine.linkSpeed)
            )
            let simulated = SimulatedMachine(machine, port, fabric)
            rackSwitch.connect(simulated)
            fabric.network.assign(simulated.address, to: simulated)
            return simulated
        }
    }
}
