import Harness
import Pictures
import World

/// Faults, what they cost, and how long it took until all was well again.
extension RunPage {
    var faults: Part? {
        guard !report.faults.isEmpty || !chronicle.outages.isEmpty else { return nil }
        var body = report.faults.isEmpty ? "" : faultTable
        if !chronicle.outages.isEmpty { body += "<h3>Servers that were lost</h3>\n" + outageTable }
        return Part(
            "faults", "Faults", title: "Faults and recovery",
            note: "It is calm while no node is worked on and every server that is wanted is up.",
            body)
    }

    private var faultTable: String {
        let shown = report.faults.prefix(Self.shownFaults)
        let rows = shown.map { fault -> [PageParts.Cell] in
            let began = fault.began.map { Tick(.epoch + $0.duration) }
            let recovery = began.map { Recovery(from: $0, in: chronicle.calm, until: end) }
            return [
                .text("\(fault.fault) (line \(fault.line))"), .text(befell(fault)),
                .moment(began), .moment(fault.ended.map { Tick(.epoch + $0.duration) }),
                .text(recovery?.reactionText ?? ""),
                .text(recovery?.text ?? ""),
            ]
        }
        let rest = report.faults.count - shown.count
        let more = rest > 0 ? "<p class=\"note\">and \(rest) faults more</p>\n" : ""
        return PageParts.table(
            ["Fault", "Befell", "Began", "Ended", "First reaction", "Calm again"], rows) + more
    }

    /// Faults that stand in the table; the timeline has more.
    private static let shownFaults = 200
    private static let shownVictims = 5

    private func befell(_ fault: FaultRecord) -> String {
        if let absence = fault.absence { return "nobody: \(absence)" }
        let rest = fault.victims.count - Self.shownVictims
        let shown = fault.victims.prefix(Self.shownVictims).joined(separator: ", ")
        return rest > 0 ? "\(shown) and \(rest) more" : shown
    }

    private var outageTable: String {
        let rows = chronicle.outages.map { outage -> [PageParts.Cell] in
            [
                .text(outage.server), .text(outage.machine), .moment(outage.broke),
                .moment(outage.noticed), .moment(outage.back), .text(outage.now ?? ""),
                .number(
                    outage.back.map { ($0 - outage.began).clockText } ?? "not until the end"),
                .text(outage.reason),
            ]
        }
        return PageParts.table(
            [
                "Server", "Machine", "Broke", "Given up", "Back", "Now on", "Without service",
                "Reason",
            ], rows, numbers: [6])
    }
}
