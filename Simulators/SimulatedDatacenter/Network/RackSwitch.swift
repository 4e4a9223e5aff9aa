import Hardware
import Simulation
import World

/// A rack's switch: the machines on it, and its way to the core.
final class RackSwitch: Sendable {
    private struct State {
        var isAlive = true
        var isUplinkUp = true
        var machines: [SimulatedMachine] = []
        var ports = PortTable()
        /// What is wrong with it besides.
        var faults: Set<SiteFault> = []
    }

    /// What somebody else's DHCP server calls itself.
    static let rogueServer = "192.0.2.66"

    let name: SwitchName
    let rack: RackName
    /// Its own address, locally administered.
    let chassis: MACAddress
    /// From the switch to the core, and back.
    let uplink: LinkNumber
    let downlink: LinkNumber
    private let transfers: SimulatedTransfers
    private let recorder: EventRecorder
    private let core: CoreSwitch
    private let cutOffRacks: Confined<Int>
    private let state: Confined<State>

    /// - Parameter number: which of the racks' switches it is.
    init(
        _ name: SwitchName, number: Int, in rack: RackSpecification, _ fabric: DatacenterFabric
    ) {
        self.name = name
        chassis = MACAddress(rawValue: 0x0200_5357_0000 | UInt64(number))
        self.rack = rack.name
        transfers = fabric.transfers
        recorder = fabric.recorder
        cutOffRacks = fabric.cutOffRacks
        core = fabric.core
        uplink = fabric.transfers.addLink(rack.uplink)
        downlink = fabric.transfers.addLink(rack.uplink)
        state = Confined(fabric.simulator, State())
    }

    /// Whether it forwards between the machines on it.
    var isAlive: Bool { state.read { $0.isAlive } }

    /// Whether it forwards to other racks.
    var reachesCore: Bool { state.read { $0.isAlive && $0.isUplinkUp } && core.isAlive }

    /// Whether such a fault is in force that leaves its links as they are.
    func has(_ fault: SiteFault) -> Bool { state.read { $0.faults.contains(fault) } }

    var machines: [SimulatedMachine] { state.read { $0.machines } }

    func connect(_ machine: SimulatedMachine) { state.write { $0.machines.append(machine) } }

    func begin(_ fault: SiteFault) { set(fault, .began) }
    func end(_ fault: SiteFault) { set(fault, .ended) }

    private func set(_ fault: SiteFault, _ phase: FaultPhase) {
        let isOver = phase == .ended
        switch fault {
        case .switchDead: change { $0.isAlive = isOver }
        case .uplinkLoss: change { $0.isUplinkUp = isOver }
        case .uplinkSlow:
            transfers.slow(uplink, isOver ? .ordinary : .crawling)
            transfers.slow(downlink, isOver ? .ordinary : .crawling)
        case .rogueDHCP, .switchForgets, .switchLate, .switchMisplaces:
            state.write {
                if isOver { $0.faults.remove(fault) } else { $0.faults.insert(fault) }
            }
        case .feedLoss, .breakerTrip: preconditionFailure("A switch has no \(fault.rawValue).")
        }
    }

    private func change(_ change: (inout State) -> Void) {
        let (wasAlive, reachedCore) = (isAlive, reachesCore)
        state.write(change)
        if wasAlive != isAlive { for machine in machines { machine.updateLinks() } }
        wayChanged(from: reachedCore)
    }

    /// Its way to other racks may have come or gone.
    ///
    /// - Parameter before: whether there was one.
    func wayChanged(from before: Bool) {
        let now = reachesCore
        transfers.setLink(uplink, isUp: now)
        transfers.setLink(downlink, isUp: now)
        guard before != now else { return }
        let phase: FaultPhase = now ? .ended : .began
        cutOffRacks.write { $0 += phase == .began ? 1 : -1 }
        for machine in machines { recorder.record(SiteEvent.cutOff(machine.name, phase)) }
    }
}

// MARK: - Its ports

extension RackSwitch {
    private static let portPrefix = "Ethernet1/"

    /// What the switch calls a port.
    static func name(ofPort number: Int) -> String { "\(portPrefix)\(number)" }

    static func number(ofPort name: String) -> Int? {
        name.hasPrefix(portPrefix) ? Int(name.dropFirst(portPrefix.count)) : nil
    }

    func vlan(ofPort number: Int) -> VLAN { state.read { $0.ports[number] } }

    /// Whoever drives the switch puts a port into a network.
    func drive(_ port: Int, to vlan: VLAN) { changePort(port) { $0.drive(port, to: vlan) } }

    /// Somebody puts a port into another network by hand, and back.
    func misplace(_ port: Int) { changePort(port) { $0.misplace(port) } }
    func putBack(_ port: Int) { changePort(port) { $0.putBack(port) } }

    /// The next port, where something is plugged in; otherwise the one before.
    func port(mistakenFor port: Int) -> Int { port < machines.count ? port + 1 : max(port - 1, 1) }

    private func changePort(_ port: Int, _ change: (inout PortTable) -> Void) {
        let before = vlan(ofPort: port)
        state.write { change(&$0.ports) }
        guard vlan(ofPort: port) != before else { return }
        for machine in machines where machine.plug == port { machine.noteVLAN() }
    }
}
