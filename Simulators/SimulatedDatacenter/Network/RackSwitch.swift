import Hardware
import Simulation
import World

/// A rack's switch: the machines on it, and its way to the core.
final class RackSwitch: Sendable {
    private struct State {
        var isAlive = true
        var isUplinkUp = true
        var hasRogueServer = false
        var machines: [SimulatedMachine] = []
    }

    /// What somebody else's DHCP server calls itself.
    static let rogueServer = "192.0.2.66"

    let name: SwitchName
    let rack: RackName
    /// From the switch to the core, and back.
    let uplink: LinkNumber
    let downlink: LinkNumber
    private let transfers: SimulatedTransfers
    private let recorder: EventRecorder
    private let cutOffRacks: Confined<Int>
    private let state: Confined<State>

    init(_ name: SwitchName, in rack: RackSpecification, _ fabric: DatacenterFabric) {
        self.name = name
        self.rack = rack.name
        transfers = fabric.transfers
        recorder = fabric.recorder
        cutOffRacks = fabric.cutOffRacks
        uplink = fabric.transfers.addLink(rack.uplink)
        downlink = fabric.transfers.addLink(rack.uplink)
        state = Confined(fabric.simulator, State())
    }

    /// Whether it forwards between the machines on it.
    var isAlive: Bool { state.read { $0.isAlive } }

    /// Whether it forwards to other racks.
    var reachesCore: Bool { state.read { $0.isAlive && $0.isUplinkUp } }

    /// Whether somebody else's DHCP server is plugged into it.
    var hasRogueServer: Bool { state.read { $0.hasRogueServer } }

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
        case .rogueDHCP: state.write { $0.hasRogueServer = !isOver }
        case .feedLoss, .breakerTrip: preconditionFailure("A switch has no \(fault.rawValue).")
        }
    }

    private func change(_ change: (inout State) -> Void) {
        let before = (isAlive, reachesCore)
        state.write(change)
        transfers.setLink(uplink, isUp: reachesCore)
        transfers.setLink(downlink, isUp: reachesCore)
        if before.0 != isAlive { for machine in machines { machine.updateLinks() } }
        guard before.1 != reachesCore else { return }
        let phase: FaultPhase = reachesCore ? .ended : .began
        cutOffRacks.write { $0 += phase == .began ? 1 : -1 }
        for machine in machines { recorder.record(SiteEvent.cutOff(machine.name, phase)) }
    }
}
