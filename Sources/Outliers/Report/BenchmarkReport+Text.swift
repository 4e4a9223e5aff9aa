import Hardware
import Pictures

extension BenchmarkReport {
    /// Tables for a terminal.
    public var text: String {
        var parts = problemLines
        switch findings {
        case .robust(let report): parts += robustText(report)
        case .cardiff(let report): parts.append(cardiffTable(report).text)
        }
        if let drift { parts += driftText(drift) }
        return parts.joined(separator: "\n\n")
    }

    /// What is wrong with the documents; nothing where nothing is.
    private var problemLines: [String] {
        fleet.problems.isEmpty ? [] : [fleet.problems.map(\.description).joined(separator: "\n")]
    }

    private func robustText(_ report: RobustReport) -> [String] {
        let splits = report.splits.filter { isShown($0.group) }.map(Self.sentence)
        let table = robustTable(report)
        return [summary] + (splits.isEmpty ? [] : [splits.joined(separator: "\n")])
            + (table.rows.isEmpty ? [] : [table.text])
    }

    /// How many machines there are, in how many groups, and how they do.
    var summary: String {
        let groups = groups.enumerated().filter { isShown($0.offset) }
        let count = groups.reduce(0) { $0 + $1.element.count }
        let head = "\(count) machines in \(groups.count) groups of like hardware"
        guard case .robust(let report) = findings else { return head }
        let shown = report.verdicts.filter { isShown($0.group) }
        let counts = MachineVerdict.Status.allCases.compactMap { status in
            let count = shown.count { $0.status == status }
            return count == 0 ? nil : "\(count) \(status.rawValue)"
        }
        return """
            \(head): \(counts.joined(separator: ", ")) (false discovery rate \
            \(report.terms.falseDiscoveryRate), least effect \
            \(FigureText.fixed(report.terms.minimumEffect.value * 100, 1)) %)
            """
    }

    static func sentence(_ split: GroupSplit) -> String {
        let cause =
            split.causes.first?.text ?? "no fact tells them apart (a setting nobody recorded?)"
        let more = split.metrics.count > 1 ? " and \(split.metrics.count - 1) more" : ""
        return """
            group \(split.group) is two heaps in \(split.metrics[0])\(more): \
            \(split.slower.count) machines at \(FigureText.short(split.lowCentre)), \
            \(split.faster.count) at \(FigureText.short(split.highCentre)) \
            (\(FigureText.percent(split.effect))): \(cause)
            """
    }

    /// Machines that are not consistent, the worst first.
    func robustTable(_ report: RobustReport) -> DataTable {
        let shown = report.verdicts.filter { isShown($0.group) && $0.status != .consistent }
        let rows = MachineVerdict.Status.allCases.flatMap { status in
            shown.filter { $0.status == status }.flatMap(Self.rows)
        }
        return DataTable(["machine", "group", "verdict", "what", "usual cause"], rows)
    }

    /// Deviations of one machine that are shown; the others are counted.
    private static let deviationLimit = 3

    private static func rows(_ verdict: MachineVerdict) -> [DataTable.Row] {
        let head = [verdict.machine, String(verdict.group), verdict.status.rawValue]
        var texts = verdict.deviations.prefix(deviationLimit).map { ($0.sentence, $0.cause) }
        let rest = verdict.deviations.count - texts.count
        if rest > 0 { texts.append(("and \(rest) more metrics", "")) }
        texts += verdict.remarks.map { ($0, "") }
        return texts.enumerated().map { place, text in
            DataTable.Row(
                (place == 0 ? head : ["", "", ""]) + [text.0, text.1],
                isBad: verdict.isUnfit && place == 0)
        }
    }

    func cardiffTable(_ report: CardiffReport) -> DataTable {
        let rows = report.groups.filter { isShown($0.number) }.flatMap { group in
            group.findings.map { finding in
                let names = finding.curious.map { "\($0.machine) \($0.isOver ? "over" : "under")" }
                let deviation = FigureText.hundredths(finding.deviationPercent)
                let limits = [finding.limits.minimum, finding.limits.maximum]
                    .map { FigureText.fixed($0, 0) }.joined(separator: " and ")
                return DataTable.Row(
                    [
                        String(group.number), finding.mode, finding.title,
                        FigureText.hundredths(finding.mean),
                        "\(deviation) % (limits \(limits))",
                        finding.outcome.rawValue,
                        (names + finding.remarks).joined(separator: "; "),
                    ], isBad: finding.outcome == .unstable || finding.outcome == .suspicious)
            }
        }
        return DataTable(
            ["group", "benchmark", "of", "mean", "deviation", "verdict", "who"], rows)
    }

    private func driftText(_ drift: DriftReport) -> [String] {
        let lines =
            drift.shifts.map { shift in
                """
                group \(shift.group): \(shift.metric) changed by \
                \(FigureText.percent(shift.effect)) on \(shift.machines) machines
                """
            } + drift.slower.map { "\($0.machine): \(Self.loss($0))" }
            + [("new", drift.new), ("gone", drift.gone)].filter { !$0.1.isEmpty }.map {
                "\($0.0): \($0.1.joined(separator: ", "))"
            }
        let body = lines.isEmpty ? "nothing changed" : lines.joined(separator: "\n")
        return ["Against the earlier run:\n\(body)"]
    }

    /// What a machine lost against its own earlier figures.
    static func loss(_ verdict: MachineVerdict) -> String {
        guard let first = verdict.deviations.first else { return "slower than before" }
        return """
            \(first.metric) went to \(FigureText.short(first.value)) % of what it was, its group \
            to \(FigureText.short(first.centre)) %: \(first.cause)
            """
    }
}
