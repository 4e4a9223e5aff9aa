import Fleet
import Hardware
import LiveWorld
import SimulatedDatacenter
import Simulation
import World

/// The simulated datacenter behind a farm, in step with the live clock.
struct ServedWorld {
    /// Machines of one rack, as 42 units hold them with a switch.
    private static let rackSize = 40
    /// What a rack's strip gives: 32 A at 230 V, three phases, loaded to four fifths.
    private static let rackLimit = Watts(17_600)

    let datacenter: SimulatedDatacenter
    let machines: [SimulatedMachine]
    private let pace: Pace
    private let console: Confined<[(machine: MachineName, text: String)]>

    private var simulator: Simulator { datacenter.simulator }

    /// - Parameter live: what the live clock shows now.
    init(_ order: FarmOrder, seed: UInt64, at live: Duration) {
        var limits = SimulationLimits()
        // It may serve for years, accelerated ones too.
        limits.virtualTime = .seconds(Int64(1) << 32)
        let simulator = Simulator(seed: seed, limits: limits)
        let machines = order.plan.machines.enumerated().map { Self.specification($1, $0) }
        let racks = (machines.count + Self.rackSize - 1) / Self.rackSize
        datacenter = SimulatedDatacenter(
            simulator: simulator,
            specification: DatacenterSpecification(
                racks: (0..<racks).map { RackSpecification(name: Self.rack($0)) },
                machines: machines, power: PowerSpecification(limit: Self.rackLimit),
                timing: Self.timing(order), date: LiveClock().wallTime.sinceEpoch))
        self.machines = datacenter.machines
        pace = Pace(acceleration: order.acceleration, live: live, moment: simulator.now)
        let console = Confined(simulator, [(machine: MachineName, text: String)]())
        self.console = console
        for machine in self.machines { machine.bootAtOnce() }
        datacenter.observe { entry in
            guard let event = entry.event as? MachineEvent, let text = BootText.line(of: event)
            else { return }
            console.write { $0.append((event.machine, text)) }
        }
    }

    /// Lets the world go on to where it is to be by now.
    ///
    /// - Returns: why it cannot go on, if it cannot.
    func keepUp(with live: Duration) -> SimulationFinding? {
        simulator.run(to: pace.moment(at: live))
    }

    /// What machines have written to their consoles since this was last asked.
    func takeConsoleText() -> [(machine: MachineName, text: String)] {
        guard !console.look(\.isEmpty) else { return [] }
        return console.write { texts in
            defer { texts = [] }
            return texts
        }
    }

    func host(_ index: Int) -> ServedHost { ServedHost(machines[index], in: simulator) }

    private static func rack(_ number: Int) -> RackName { RackName("rack-\(number + 1)") }

    private static func timing(_ order: FarmOrder) -> TimingProfile {
        var timing = TimingProfile()
        timing.powerDelay = DurationDistribution("power delay", .constant(order.powerDelay))
        timing.shutdown = DurationDistribution("shutdown", .constant(order.shutdown))
        timing.controllerRestart = DurationDistribution(
            "controller restart", .constant(order.controllerRestart))
        // Each machine as its kind: who compares them wants to see what they did to them.
        timing.slowMachines = .never
        return timing
    }

    private static func specification(_ machine: ServedMachine, _ index: Int)
        -> MachineSpecification
    {
        let disk = DiskFacts(
            name: "/dev/sda", model: "SSD", vendor: "Simulated", serial: "S\(100_000 + index)",
            wwn: "0x5000c500\(String(0x100000 + index, radix: 16))", hctl: "0:0:0:0",
            byPath: "/dev/disk/by-path/pci-0000:00:1f.2-ata-1", size: machine.disk,
            isRotational: false)
        return MachineSpecification(
            name: machine.name, rack: rack(index / rackSize),
            controller: ControllerSpecification(
                address: machine.address(unique: index), driver: "ipmi",
                credentials: machine.credentials),
            identity: FarmIdentity.identity(index),
            processor: ProcessorFacts(
                count: machine.processors, architecture: machine.architecture,
                model: "Simulated CPU"),
            memory: machine.memory, disks: [disk],
            interfaces: machine.interfaces.enumerated().map {
                InterfaceFacts(
                    name: "eno\($0 + 1)", address: $1, hasCarrier: true, speed: .gigabits(10))
            }, bootOrder: [.disk, .network], speed: .ordinary,
            installed: [InstalledImage(system, on: disk.name)])
    }

    private static let system = ImageReference(
        name: "operating-system", digest: "sha256:served", size: .gibibytes(4))
}
