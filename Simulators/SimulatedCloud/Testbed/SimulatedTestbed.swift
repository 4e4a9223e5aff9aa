import BareMetal
import Compute
public import Hardware
public import Harness
import Networks
import SimulatedDatacenter
public import Simulation
import Undercloud
public import World

/// A scenario's cloud in a simulated world, from the seed's first moment on.
///
/// One process holds one of them, on one thread.
public final class SimulatedTestbed: Testbed {
    /// The machine the seed is carried in on. It is none of the inventory's.
    static let seedMachine: MachineName = "seed"
    /// Between two looks of an operator who waits for something.
    static let operatorPause: Duration = .seconds(60)
    /// Looks before the operator gives up: a day.
    static let operatorLooks = 1440

    let simulator: Simulator
    let datacenter: SimulatedDatacenter
    let stores: CloudStores
    let software: MachineSoftware
    let cloudOperator: CloudOperator
    let operators: Operators
    private let observers: Confined<[(Observation) -> Void]>
    var chance: SeededGenerator
    var faultsForGood: Set<MachineName> = []
    public let machineCount: Int

    /// - Parameters:
    ///   - window: the traced events to keep in words, counted from 1.
    ///   - change: from when on other chance is drawn than the seed's.
    public init(
        _ scenario: Scenario, seed: UInt64, schedule: Schedule,
        recording window: ClosedRange<Int64>? = nil, reseeding change: ChanceChange? = nil
    ) {
        var limits = SimulationLimits()
        limits.virtualTime = scenario.limits.virtualTime
        let simulator = Simulator(
            seed: seed, schedule: schedule, limits: limits, recording: window,
            reseeding: change)
        self.simulator = simulator
        chance = simulator.random.branch("faults")
        var dealer = MachineDealer(scenario, simulator.random)
        let dealt = dealer.deal()
        machineCount = dealt.count
        let bug = scenario.plantedBug.flatMap { CloudBug(rawValue: $0.name.text) }
        datacenter = SimulatedDatacenter(
            simulator: simulator,
            specification: Self.specification(scenario, dealt.map(\.machine)),
            wireDefects: bug?.wireDefects ?? WireDefects())
        let observers = Confined<[(Observation) -> Void]>(simulator, [])
        self.observers = observers
        stores = CloudStores.watched(simulator, datacenter, bug, observers)
        software = Self.software(scenario, datacenter, stores, dealt.map(\.node), bug)
        cloudOperator = CloudOperator(datacenter, stores)
        operators = Operators(datacenter, stores)
        begin()
        if scenario.datacenter.network == .neutron { driveSwitches() }
        if bug == .orderLeaks { OrderLeak.begin(simulator, dealt.map(\.machine.name)) }
    }

    /// The bugs that scenarios can plant.
    public static var bugs: [BugName] { CloudBug.names }

    private func begin() {
        datacenter.onBoot = { [software] in software.start($0) }
        datacenter.observe { [observers, stores, datacenter] entry in
            Self.follow(entry, stores, datacenter)
            for observer in observers.read({ $0 }) { observer(.entry(entry)) }
        }
        let seed = datacenter.machine(Self.seedMachine)
        simulator.schedule(at: .zero) { seed?.bootAtOnce() }
    }

    /// Has the switches follow what the control plane writes of their ports. The seed was cabled
    /// by hand, into a port that carries every network.
    private func driveSwitches() {
        datacenter.putPort(of: Self.seedMachine, into: .trunk)
        observe { [datacenter] observation in
            guard case .commit(let commit) = observation else { return }
            for change in commit.changes where change.key.kind == PortBinding.kind {
                Self.follow(change, datacenter)
            }
        }
    }

    // MARK: Testbed

    public var now: Instant { Instant(nanoseconds: simulator.now.nanoseconds) }

    public var racks: [RackContents] {
        datacenter.specification.racks.map { rack in
            RackContents(rack: rack.name, machines: datacenter.machines(in: rack.name).map(\.name))
        }
    }

    public func advance(until isFinished: () -> Bool) -> RunFinding? {
        simulator.run(until: isFinished).map {
            RunFinding(name: $0.name, description: $0.description)
        }
    }

    public func schedule(at moment: Instant, _ action: @escaping () -> Void) {
        simulator.schedule(at: VirtualTime(nanoseconds: moment.nanoseconds), action)
    }

    public func observe(_ observer: @escaping (Observation) -> Void) {
        observers.write { $0.append(observer) }
    }

    public func switchOffSeed(_ done: @escaping () -> Void) {
        switchOffSeed(looks: Self.operatorLooks, done)
    }

    public func observeLooks(_ observer: @escaping (PowerLook) -> Void) {
        datacenter.observeLooks(observer)
    }

    /// The operator looks whether the seed is on and a control node that is up keeps the
    /// undercloud's state, and otherwise comes back in a minute: the last copy is not switched off,
    /// and a seed without power may yet come back.
    private func switchOffSeed(looks: Int, _ done: @escaping () -> Void) {
        guard looks > 0, let seed = datacenter.machine(Self.seedMachine) else { return }
        let keepers = stores.undercloud.members
        let isKept = stores.undercloud.snapshot(of: Server.self).map(\.document).contains {
            $0.isUndercloud && $0.state == .active
                && keepers.contains(HostAddress($0.node?.text ?? ""))
        }
        guard isKept, seed.power == .on else {
            return schedule(at: now + Self.operatorPause) { [weak self] in
                self?.switchOffSeed(looks: looks - 1, done)
            }
        }
        seed.holdPowerButton()
        done()
    }

    public func softwareRAID(of machine: MachineName) -> [SoftwareRAIDDevice] {
        datacenter.machine(machine)?.softwareRAID ?? []
    }

    public func disks(of machine: MachineName) -> [DiskFacts] {
        datacenter.machine(machine)?.disks ?? []
    }

    public var trace: TraceReport {
        let summary = simulator.trace.summary
        return TraceReport(
            hash: simulator.trace.text, events: summary.count,
            checkpoints: summary.checkpoints.map {
                TraceReport.Checkpoint(count: $0.count, hash: $0.hash)
            },
            recorded: simulator.trace.recorded.map {
                TracedMoment(
                    index: $0.index, at: Instant(nanoseconds: $0.at), site: $0.site,
                    payload: $0.payload)
            })
    }

    public func shutDown() { simulator.shutDown() }
}
