import BareMetal
import Foundation
import Hardware

/// What an import would do, as it is shown.
struct EnrolmentReport: Encodable {
    private struct Update: Encodable {
        let name: String
        let line: Int
        let changes: [EnrolmentChange]
    }

    private struct Refusal: Encodable {
        let name: String
        let line: Int?
        let reason: String

        init(_ refusal: EnrolmentPlan.Refusal) {
            (name, line, reason) = (refusal.name.text, refusal.line, refusal.reason)
        }

        var text: String { "! \(name)\(line.map { " (line \($0))" } ?? ""): \(reason)" }
    }

    private let added: [NodeRow]
    private let updated: [Update]
    private let unchanged: [String]
    private let extra: [String]
    private let removed: [String]
    private let refused: [Refusal]
    private let conflicts: [Refusal]

    init(_ plan: EnrolmentPlan) {
        added = plan.added.map(NodeRow.init)
        updated = plan.updated.map {
            Update(name: $0.name.text, line: $0.description.line, changes: $0.changes)
        }
        unchanged = plan.unchanged.map(\.text)
        extra = plan.extra.map(\.text)
        removed = plan.removed.map(\.text)
        refused = plan.refused.map(Refusal.init)
        conflicts = plan.conflicts.map(Refusal.init)
    }

    func print() {
        for row in added {
            StandardOutput.print("+ \(row.name): \(row.driver) at \(row.bmc)")
        }
        for update in updated {
            StandardOutput.print("~ \(update.name)")
            for change in update.changes { StandardOutput.print("    \(change)") }
        }
        for name in removed { StandardOutput.print("- \(name)") }
        for name in extra {
            StandardOutput.print(
                "  \(name) is not in the file and stays; --remove-extras removes it")
        }
        for refusal in refused + conflicts { StandardOutput.print(refusal.text) }
        StandardOutput.print(summary)
    }

    private var summary: String {
        var parts = [
            "\(added.count) to add", "\(updated.count) to change", "\(removed.count) to remove",
            "\(unchanged.count) unchanged",
        ]
        if !refused.isEmpty { parts.append("\(refused.count) refused") }
        if !conflicts.isEmpty { parts.append("\(conflicts.count) in conflict") }
        return parts.joined(separator: ", ")
    }

    func printJSON() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        StandardOutput.print(String(decoding: try encoder.encode(self), as: UTF8.self))
    }
}
