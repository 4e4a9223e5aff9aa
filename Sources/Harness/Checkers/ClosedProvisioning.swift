import BareMetal
import Hardware
import Undercloud
import World

/// The networks that ramdisks start in are closed to tenants: the machine of a node in use, when it
/// runs what is on its disk, is not on a switch port in one of them.
///
/// A tenant who is let in hears the offers that are meant for others and may answer in place of
/// their services. Where all ports stay in one network (TripleO's) there is nothing to close.
/// A switch that does not do as it is told, and somebody who changes its ports or cables by hand,
/// are no deed of the control plane; it is given time to put right what they left.
public struct ClosedProvisioning: Checker {
    public static let name: CheckerName = "closed-provisioning"

    /// How long after such trouble a port may be where it left it: until the system has been heard
    /// there and its port was bound anew, with several polls and changes of the port lost.
    static let aftermath: Duration = .seconds(900)

    private var store = AuthoritativeStore()
    /// All of these are looked up only, by machine; a node has its machine's name.
    private var networks: [String: VLAN] = [:]
    private var running: Set<String> = []
    private var inUse: Set<String> = []
    /// What was amiss with a machine, or with any switch, and until when.
    private var troubles: [String: Int] = [:]
    private var quiet: [String: Instant] = [:]

    /// Stands for all switches: a misplaced change is another port's.
    private static let switches = "switches"

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            guard store.includes(commit) else { return nil }
            for node in commit.written(Node.self) {
                if node.provisionState == .active, node.instance != nil {
                    inUse.insert(node.id)
                } else {
                    inUse.remove(node.id)
                }
            }
            return nil
        case .entry(let entry):
            if let event = entry.event as? SiteEvent { return note(event, at: entry.at) }
            if let event = entry.event as? MachineEvent { return note(event, at: entry.at) }
            return nil
        }
    }

    private mutating func note(_ event: SiteEvent, at time: Instant) -> Violation? {
        switch event {
        case .vlan(let machine, _, let vlan):
            networks[machine.text] = vlan
            return judge(machine.text, at: time)
        case .fault(_, let fault, let phase) where fault.isDisobedience || fault == .switchDead:
            trouble(Self.switches, phase, at: time)
        default: break
        }
        return nil
    }

    private mutating func note(_ event: MachineEvent, at time: Instant) -> Violation? {
        let machine = event.machine.text
        switch event {
        case .bootedDisk:
            running.insert(machine)
            return judge(machine, at: time)
        case .power, .bootedRamdisk: running.remove(machine)
        case .fault(_, _, let phase): trouble(machine, phase, at: time)
        default: break
        }
        return nil
    }

    private mutating func trouble(_ subject: String, _ phase: FaultPhase, at time: Instant) {
        troubles[subject, default: 0] += phase == .began ? 1 : -1
        quiet[subject] = time
    }

    private func isTroubled(_ subject: String, at time: Instant) -> Bool {
        troubles[subject, default: 0] > 0
            || quiet[subject].map { time - $0 <= Self.aftermath } ?? false
    }

    private func judge(_ machine: String, at time: Instant) -> Violation? {
        guard let vlan = networks[machine], vlan.isForRamdisks, running.contains(machine),
            inUse.contains(machine), !isTroubled(machine, at: time),
            !isTroubled(Self.switches, at: time)
        else { return nil }
        return violation(
            at: time, machine,
            "it is in use, and runs its disk in network '\(vlan.rawValue)', which is for ramdisks")
    }
}
