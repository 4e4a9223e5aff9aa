import BareMetal
import Hardware
import OrderedCollections
import World

/// What machines tell of themselves, and what is told of them.
extension Chronicle {
    mutating func note(_ event: MachineEvent, by source: String, at tick: Tick) {
        let machine = event.machine.text
        switch event {
        case .power(_, let state):
            become(state == .on ? .on : .off, machine, at: tick)
        case .bootedRamdisk: become(.ramdisk, machine, at: tick)
        case .bootedDisk: become(.system, machine, at: tick)
        case .crashed: become(.crashed, machine, at: tick)
        case .powerCommand(_, let action): noteCommand(action, to: machine, by: source, at: tick)
        case .fault(_, let fault, .began):
            machines[machine, default: MachineHistory()].faultBegan(
                labels.number(fault.rawValue), at: tick)
        case .fault(_, let fault, .ended):
            machines[machine]?.faultEnded(labels.number(fault.rawValue), at: tick)
        case .bootCommand, .bootFailed, .writeStarted, .writeEnded, .erased, .partitionLost,
            .measured:
            break
        }
    }

    mutating func note(_ event: SiteEvent, at tick: Tick) {
        switch event {
        case .mains(let machine, let phase): toggle("no mains", machine.text, phase, at: tick)
        case .cutOff(let machine, let phase): toggle("cut off", machine.text, phase, at: tick)
        case .fault, .breakerTripped, .breakerReset, .vlan: break
        }
    }

    mutating func note(_ event: BareMetalEvent, at tick: Tick) {
        switch event {
        case .step(let node, let step):
            set(\.steps, of: node.text, to: labels.number(step.text), at: tick)
        case .maintenance(let node, let maintenance):
            set(\.maintenance, of: node.text, to: maintenance == nil ? 0 : 1, at: tick)
        case .provisionState, .abandoned, .askedToShutDown, .deleted, .boundAnew, .softwareRAID,
            .inspected, .reapplied:
            break
        }
    }

    private mutating func become(
        _ doing: MachineHistory.Doing, _ machine: String, at tick: Tick
    ) {
        set(\.doing, of: machine, to: doing.rawValue, at: tick)
    }

    private mutating func toggle(
        _ fault: String, _ machine: String, _ phase: FaultPhase, at tick: Tick
    ) {
        let label = labels.number(fault)
        switch phase {
        case .began: machines[machine, default: MachineHistory()].faultBegan(label, at: tick)
        case .ended: machines[machine]?.faultEnded(label, at: tick)
        }
    }

    /// Commands are many and counted; that something which runs is switched off is told.
    private mutating func noteCommand(
        _ action: PowerAction, to machine: String, by source: String, at tick: Tick
    ) {
        commands[Command(by: source, action: action), default: 0] += 1
        guard action == .off || action == .softOff, let history = machines[machine],
            history.doing.value == MachineHistory.Doing.system.rawValue
        else { return }
        let server = history.servers.value.map { labels[$0] } ?? ""
        add(
            .act(
                by: source, verb: action == .off ? "switches off" : "asks to shut down",
                target: machine, reason: server.isEmpty ? "" : "it ran \(server)"), at: tick)
    }
}
