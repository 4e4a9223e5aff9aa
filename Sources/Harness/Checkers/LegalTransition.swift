import BareMetal
import Hardware
import World

/// A node's provision state changes only along the lines Ironic draws.
///
/// Judged against a list of its own, so that a line lost from or slipped into the services' table
/// shows.
public struct LegalTransition: Checker {
    public static let name: CheckerName = "legal-transition"

    private struct Line: Hashable {
        let from: ProvisionState
        let to: ProvisionState
    }

    private static let lines = Set(
        destinations.flatMap { entry in entry.to.map { Line(from: entry.from, to: $0) } })

    private var store = AuthoritativeStore()
    /// Looked up only.
    private var states: [String: ProvisionState] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = states.updateValue(node.provisionState, forKey: node.id)
            if let problem = problem(from: old, to: node.provisionState) {
                found = found ?? violation(at: commit.at, node.id, problem)
            }
        }
        return found
    }

    private func problem(from old: ProvisionState?, to new: ProvisionState) -> String? {
        guard let old else {
            return new == .enroll ? nil : "it came into being as '\(new)' and not as 'enroll'"
        }
        guard old != new, !Self.lines.contains(Line(from: old, to: new)) else { return nil }
        return "no line leads from '\(old)' to '\(new)'"
    }
}
