import BareMetal
import Hardware
import World

/// Nothing is left behind on a machine that nobody works on: it is not offered anything to start
/// over the network, and one that goes into the pool is off.
///
/// An offer that stays turns the next restart of an instance, for whatever reason, into a start of
/// the ramdisk. A ramdisk that stays obeys whoever asks it.
public struct RestingMachine: Checker {
    public static let name: CheckerName = "resting-machine"

    /// What the provisioning network's boot configurations are kept as, by address.
    private static let offer: DocumentKind = "pxe-configuration"

    private var store = AuthoritativeStore()
    /// All of these are looked up only.
    private var offered: Set<String> = []
    private var states: [String: ProvisionState] = [:]
    private var powered: Set<String> = []

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            guard store.includes(commit) else { return nil }
            return judge(commit)
        case .entry(let entry):
            guard case .power(let machine, let state)? = entry.event as? MachineEvent else {
                return nil
            }
            if state == .on { powered.insert(machine.text) } else { powered.remove(machine.text) }
            return nil
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        for change in commit.changes where change.key.kind == Self.offer {
            if change.isDeletion {
                offered.remove(change.key.id)
            } else {
                offered.insert(change.key.id)
            }
        }
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = states.updateValue(node.provisionState, forKey: node.id)
            guard old != nil, old != node.provisionState, let problem = problem(with: node) else {
                continue
            }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found
    }

    private func problem(with node: Node) -> String? {
        guard !node.provisionState.isTransient else { return nil }
        if let address = node.addresses.first(where: { offered.contains($0.description) }) {
            return "it is '\(node.provisionState)', and \(address) may still start from the network"
        }
        guard node.provisionState == .available, powered.contains(node.id) else { return nil }
        return "it went into the pool while it was on"
    }
}
