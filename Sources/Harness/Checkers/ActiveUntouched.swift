import BareMetal
import Hardware
import World

/// An active node is never written to, started from the network or switched off by us unless that
/// was asked for.
///
/// What is asked for moves the node out of `active` in the transaction that accepts it, so that
/// whatever a controller is told while the node is committed as active was asked by nobody. A
/// change of power that an operator asked for, and that the node's record shows, is asked for.
public struct ActiveUntouched: Checker {
    public static let name: CheckerName = "active-untouched"

    private var store = AuthoritativeStore()
    /// Looked up only.
    private var active: Set<String> = []
    /// Nodes whose power an operator asked to change, and those whose record shows a change.
    private var asked: Set<String> = []
    private var changing: Set<String> = []
    /// When the last such change ended; a slow controller may be at it still.
    private var changed: [String: Instant] = [:]
    /// Longest that a controller takes over a command.
    private static let slowness: Duration = .seconds(120)

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            if store.includes(commit) { note(commit) }
            return nil
        case .entry(let entry):
            if case OperatorEvent.powerAsked(let node, _) = entry.event { asked.insert(node.text) }
            guard let event = entry.event as? MachineEvent, active.contains(event.machine.text),
                let deed = Self.deed(event)
            else { return nil }
            if case .powerCommand = event, isAsked(of: event.machine.text, at: entry.at) {
                return nil
            }
            return violation(
                at: entry.at, event.machine.text, "\(entry.source) \(deed) while it is active")
        }
    }

    private func isAsked(of node: String, at now: Instant) -> Bool {
        guard asked.contains(node) else { return false }
        return changing.contains(node)
            || changed[node].map { now - $0 <= Self.slowness } ?? false
    }

    private mutating func note(_ commit: StoreCommit) {
        for change in commit.changes(of: Node.kind) {
            let node = change.written(Node.self)
            if node?.targetPower != nil {
                changing.insert(change.key.id)
            } else if changing.remove(change.key.id) != nil {
                changed[change.key.id] = commit.at
            }
            if node?.provisionState == .active {
                active.insert(change.key.id)
            } else {
                active.remove(change.key.id)
            }
        }
    }

    /// What was done that may not be, in words; nil for what an active machine may be told.
    private static func deed(_ event: MachineEvent) -> String? {
        switch event {
        case .powerCommand(_, let action): action == .on ? nil : "asked for power '\(action)'"
        case .bootCommand(_, let override):
            override?.device == .network ? "told it to start from the network" : nil
        case .bootedRamdisk: "started a ramdisk on it"
        case .writeStarted(_, let disk, _, let image): "wrote \(image) over \(disk)"
        case .erased(_, let disk, _): "erased \(disk)"
        case .partitionLost(_, let disk, _, let purpose):
            "destroyed the \(purpose.rawValue) partition of \(disk)"
        case .power, .bootedDisk, .bootFailed, .writeEnded, .crashed, .measured, .fault: nil
        }
    }
}
