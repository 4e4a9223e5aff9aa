import BareMetal
import Hardware
import World

/// A machine that may not be switched off (Ironic's `disable_power_off`) is asked to go off by
/// nobody: what shares its power would go off with it.
public struct OffSwitchKept: Checker {
    public static let name: CheckerName = "off-switch-kept"

    private var store = AuthoritativeStore()
    /// Looked up only.
    private var alwaysOn: Set<String> = []

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            if store.includes(commit) { note(commit) }
            return nil
        case .entry(let entry): return judge(entry)
        }
    }

    private mutating func note(_ commit: StoreCommit) {
        for node in commit.written(Node.self) {
            if node.offSwitch == .disabled {
                alwaysOn.insert(node.id)
            } else if !alwaysOn.isEmpty {
                alwaysOn.remove(node.id)
            }
        }
    }

    private func judge(_ entry: JournalEntry) -> Violation? {
        guard case MachineEvent.powerCommand(let machine, let action) = entry.event,
            action.outcome == .off, alwaysOn.contains(machine.text)
        else { return nil }
        return violation(
            at: entry.at, machine.text,
            "\(entry.source) asked for power '\(action)' though it may not be switched off")
    }
}
