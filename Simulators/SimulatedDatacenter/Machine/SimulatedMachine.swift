public import Hardware
import OrderedCollections
public import Simulation
public import World

/// One bare-metal server: feed, power, controller, firmware, disks and a link to its rack's switch.
///
/// It is one model with several faces: ``SimulatedBMC`` for whoever manages it, the facilities of
/// its hardware for whatever runs on it, faults for whoever breaks it. A machine that is off,
/// stuck or just running arms no timer and costs nothing.
public final class SimulatedMachine: Sendable {
    public let specification: MachineSpecification
    /// The host's own clocks, which all processes on it share.
    public let clock: NodeClock
    let fabric: DatacenterFabric
    let timing: MachineTiming
    let port: SwitchPort
    let state: Confined<MachineState>
    /// What the power grid knows the machine by.
    let outlet: Confined<Int>

    init(_ specification: MachineSpecification, _ port: SwitchPort, _ fabric: DatacenterFabric) {
        let seed = fabric.simulator.random.branch("machine \(specification.name)")
        let timing = MachineTiming(
            fabric.timing,
            specification,
            seed.branch("timing"),
            fabric.simulator
        )
        self.specification = specification
        self.fabric = fabric
        self.timing = timing
        self.port = port
        clock = HostClocks.make(
            seed.branch("clock"), fabric.simulator, date: fabric.date)
        let disks = specification.disks.enumerated().map { index, facts in
            let image = specification.installed.first { $0.disk == facts.name }?.image
            return SimulatedDisk(
                DiskNumber(value: index), facts, fabric.transfers.addLink(timing.diskWriteRate),
                image.map { DiskContents($0) })
        }
        var state = MachineState(disks: disks)
        state.log = SystemEventLog(timing.traits.fullLog)
        self.state = Confined(fabric.simulator, state)
        outlet = Confined(fabric.simulator, 0)
        let number = fabric.grid.plug(self)
        outlet.write { $0 = number }
        buildFirstVolumes()
        updateLinks()
    }

    private func buildFirstVolumes() {
        let controllers = specification.raidControllers
        guard !controllers.isEmpty else { return }
        state.write { $0.raid = RAIDArray(controllers) }
        for volume in controllers.flatMap(\.volumes) {
            if let refusal = buildVolume(volume) {
                preconditionFailure("\(name) cannot have volume \(volume.name): \(refusal).")
            }
        }
    }

    public var name: MachineName { specification.name }

    /// Where the machine is reached on the provisioning network while something runs on it.
    public var address: HostAddress { HostAddress(name.text) }

    public var power: PowerState { state.look { $0.power } }

    /// What runs on the machine, once its firmware has started something.
    public var system: BootedSystem? { state.look { $0.booted } }

    /// How many times longer than its kind this machine takes; 1 for an ordinary one.
    public var slowdown: Double { timing.slowdown }

    /// Whether something runs on the machine that can answer.
    public var isUp: Bool { state.look { $0.booted != nil } }

    /// Whether the machine's link is up: it has power, and the link is not down, at neither end.
    public var isLinked: Bool {
        state.look { $0.power == .on && !$0.faults.contains(.linkLoss) } && port.rackSwitch.isAlive
    }

    /// What a ramdisk that runs on the machine now finds out about it.
    public var facts: MachineFacts {
        let (isPlugged, found) = state.read { (!$0.faults.contains(.linkLoss), $0.findings) }
        let hasLink = isPlugged && port.rackSwitch.isAlive
        let neighbour = port.neighbour(at: plug)
        let settled = has(.linkSlow) ? MachineSickness.slowLink : 1
        let interfaces = interfaces.map {
            InterfaceFacts(
                name: $0.name,
                address: $0.address,
                hasCarrier: $0.hasCarrier && hasLink,
                speed: Bandwidth(bytesPerSecond: $0.speed.bytesPerSecond * settled),
                neighbour: hasLink ? neighbour : nil
            )
        }
        var bootInterface: MACAddress?
        if case .ramdisk(_, let address) = system?.system { bootInterface = address }
        return MachineFacts(
            identity: specification.identity,
            processor: found.contains(.cpuLost)
                ? specification.processor.halved : specification.processor,
            memory: found.contains(.dimmLost)
                ? ByteCount(bytes: specification.memory.bytes / 2) : specification.memory,
            disks: disks,
            interfaces: interfaces,
            bmcHost: answering.specification.controller?.address.host,
            bootMode: specification.bootMode,
            bootInterface: bootInterface
        )
    }

    /// A new process on the running system, which dies with it; nil while nothing runs.
    public func startProcess(_ name: String) -> SimulatedProcess? {
        guard let system else { return nil }
        let process = SimulatedProcess(
            "\(self.name)/\(name)",
            on: fabric.simulator,
            clock: clock
        )
        system.process.onEnd { process.kill() }
        return process
    }

    /// Lets a process live no longer than the system that runs on the machine; it ends at once
    /// where nothing runs.
    func tie(_ process: SimulatedProcess) {
        guard let system else { return process.kill() }
        if process !== system.process { system.process.onEnd { process.kill() } }
    }

    func has(_ fault: HardwareFault) -> Bool { state.look { $0.faults.contains(fault) } }

    func record(_ event: MachineEvent) { fabric.recorder.record(event) }

    /// Has the controller write something into its log.
    func log(
        _ kind: SystemEvent.Kind, _ severity: EventLogEntry.Severity, _ message: String
    ) {
        let date = Duration.nanoseconds(clock.date)
        state.write {
            $0.log.add(SystemEvent(kind, severity, message), at: date + $0.log.clockError)
        }
    }

    /// Tells the network which ways are open: nothing leaves a machine on which nothing runs.
    func updateLinks() {
        let isConnected = isConnected
        fabric.transfers.setLink(port.egress, isUp: isUp && isConnected)
        fabric.transfers.setLink(port.ingress, isUp: isConnected)
        let condition: LinkCondition =
            has(.packetLoss) ? .crawling : has(.linkSlow) ? .tenth : .ordinary
        fabric.transfers.slow(port.egress, condition)
        fabric.transfers.slow(port.ingress, condition)
    }
}

extension ProcessorFacts {
    /// One socket of two.
    fileprivate var halved: ProcessorFacts {
        ProcessorFacts(count: max(count / 2, 1), architecture: architecture, model: model)
    }
}
