import BareMetal
import Hardware
import World

/// A step that changes the firmware's settings ends well only when what the firmware says
/// afterwards is written down, and is what was asked for.
public struct FirmwareRecorded: Checker {
    public static let name: CheckerName = "firmware-recorded"

    private struct Sight {
        let step: Step
        let index: Int
        let state: ProvisionState
        var isToAbort: Bool
        /// Whether the settings were written down since the step came next.
        var isRecorded = false
    }

    private var store = AuthoritativeStore()
    /// Nodes at such a step, and what is recorded of firmware; looked up only.
    private var sights: [String: Sight] = [:]
    private var records: [String: NodeBIOS] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        if commit.cause == .recovery { sights.removeAll() }
        for bios in commit.written(NodeBIOS.self) {
            records[bios.id] = bios
            sights[bios.id]?.isRecorded = true
        }
        var found: Violation?
        for node in commit.written(Node.self) {
            guard let problem = follow(node) else { continue }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found
    }

    private mutating func follow(_ node: Node) -> String? {
        let progress = node.step
        let last = sights[node.id]
        if let last, let progress, progress.index == last.index {
            sights[node.id]?.isToAbort = progress.isToAbort
            return nil
        }
        sights[node.id] = nil
        if let progress, let step = progress.step, [.applyBIOS, .resetBIOS].contains(step.id) {
            sights[node.id] = Sight(
                step: step, index: progress.index, state: node.provisionState,
                isToAbort: progress.isToAbort)
        }
        guard let last,
            progress != nil || Self.isSuccess(node) || Self.isDone(last, on: node)
        else { return nil }
        guard last.isRecorded else {
            return "step '\(last.step.name)' ended, and nobody wrote down what the firmware says"
        }
        let left = missing(last.step, in: records[node.id])
        return left.map { "step '\(last.step.name)' ended, and '\($0)' is not as it was asked for" }
    }

    /// Whether work that was to be aborted after the step came to that: a node in use is in use
    /// again.
    private static func isDone(_ last: Sight, on node: Node) -> Bool {
        last.isToAbort && node.provisionState == .active
    }

    private static func isSuccess(_ node: Node) -> Bool {
        node.lastError == nil
            && [.available, .manageable, .active].contains(node.provisionState)
    }

    /// A setting that has not the value that a step asked for.
    private func missing(_ step: Step, in record: NodeBIOS?) -> String? {
        for entry in step.arguments["settings"]?.list ?? [] {
            guard let name = entry.object?["name"]?.text, let value = entry.object?["value"]?.text
            else { continue }
            let setting = record?.settings.first { $0.name.text == name }
            if setting?.value != value { return name }
        }
        return nil
    }
}
