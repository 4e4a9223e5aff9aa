import BareMetal
import Orchestration
import Undercloud

/// Reads an entry of a scenario's `operations` that concerns the overcloud's stack.
struct StackOperationReader {
    private static let keys = [
        "stack-update": ["parameters", "environments", "rollback"],
        "clear-hook": ["hook", "resource"], "cancel-update": [], "stack-delete": [],
    ]
    private static let times = ["ask", "at", "on", "after"]
    static let words = ["stack-update", "clear-hook", "cancel-update", "stack-delete"]

    let faults: FaultReader
    let overcloud: OvercloudReader?

    func read(_ word: String, _ entry: InputMapping) -> ScenarioFault? {
        entry.reportUnknownKeys(known: Self.times + (Self.keys[word] ?? []))
        guard let overcloud else {
            entry["ask"]?.report("found '\(word)', expected 'overcloud' with a tree of templates")
            return nil
        }
        let wish = wish(word, entry, overcloud)
        guard let trigger = faults.trigger(entry), let wish else { return nil }
        // Whoever leads is asked.
        return ScenarioFault(
            kind: .operation(.stack(wish)), target: .leader, extent: .all, trigger: trigger,
            duration: nil, line: entry.cursor.line)
    }

    private func wish(
        _ word: String, _ entry: InputMapping, _ overcloud: OvercloudReader
    ) -> StackWish.Content? {
        switch word {
        case "stack-update":
            let terms = entry["rollback"]?.choice("rollback", StackRecord.Rollback.self)
            return overcloud.change(entry).map {
                .update(
                    files: $0.files, environment: $0.environment,
                    rollback: terms ?? .disabled)
            }
        case "clear-hook":
            let hook = entry.required("hook", expected: "a hook such as pre-update")?
                .choice("hook", Hook.self)
            let path = entry.required("resource", expected: "a resource's path as Compute/0")?
                .text(expected: "a resource's path as Compute/0")
            guard let hook, let path else { return nil }
            return .clear(hook, resource: path.split(separator: "/").map(String.init))
        case "cancel-update": return .cancelUpdate
        default: return .delete
        }
    }
}
