import BareMetal
import Hardware
import World

/// A rebuild that is to keep the ephemeral partition does not touch it, and one that is not to keep
/// it leaves nothing of it.
///
/// Judged by what machines tell of their partitions, whatever the ramdisk says it did.
public struct KeptEphemeral: Checker {
    public static let name: CheckerName = "kept-ephemeral"

    private struct Rebuild {
        let id: Identifier
        let ephemeral: EphemeralPartition
        /// Whether what the partition held is gone since the rebuild was accepted.
        var isLost = false
    }

    private var store = AuthoritativeStore()
    /// Those under way, by machine. Looked up only, as the other.
    private var rebuilds: [String: Rebuild] = [:]
    private var states: [String: ProvisionState] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit): return store.includes(commit) ? judge(commit) : nil
        case .entry(let entry):
            guard let event = entry.event as? MachineEvent,
                case .partitionLost(let machine, let disk, _, .ephemeral) = event,
                let rebuild = rebuilds[machine.text]
            else { return nil }
            rebuilds[machine.text]?.isLost = true
            guard rebuild.ephemeral == .preserved else { return nil }
            return violation(
                at: entry.at, machine.text,
                "what the ephemeral partition of \(disk) held is gone, which the rebuild was to "
                    + "keep")
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = states.updateValue(node.provisionState, forKey: node.id)
            switch node.provisionState {
            case .deploying, .deployWait, .deployHold: begin(node)
            case .active where old == .deploying:
                found = found ?? problem(with: node).map { violation(at: commit.at, node.id, $0) }
                rebuilds[node.id] = nil
            default: rebuilds[node.id] = nil
            }
        }
        return found
    }

    private mutating func begin(_ node: Node) {
        guard let instance = node.instance, let id = instance.rebuild,
            let layout = instance.layout, layout.ephemeral > .zero, rebuilds[node.id]?.id != id
        else { return }
        rebuilds[node.id] = Rebuild(id: id, ephemeral: instance.ephemeral ?? .made)
    }

    private func problem(with node: Node) -> String? {
        guard let rebuild = rebuilds[node.id], rebuild.ephemeral == .made, !rebuild.isLost else {
            return nil
        }
        return "it was rebuilt with a new ephemeral partition and still has the old one"
    }
}
