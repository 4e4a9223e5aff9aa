import Undercloud
import World

/// A run's report for people.
public enum TextReport {
    /// The whole report; its last line is the verdict.
    public static func text(of report: RunReport) -> String {
        body(of: report) + report.verdict.line
    }

    /// The same without the verdict, and so without the time of whoever waited.
    static func body(of report: RunReport) -> String {
        let parts = [
            story(report), timeline(report), criticalPath(report), slowest(report), faults(report),
            nodes(report), violations(report), shortfall(report),
        ]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n\n" }.joined()
    }

    private static func story(_ report: RunReport) -> [String] { StoryText.lines(of: report) }

    private static func timeline(_ report: RunReport) -> [String] {
        guard !report.phases.isEmpty else { return [] }
        var table = TextTable(header: ["timeline", "began", "lasted"])
        for phase in report.phases {
            table.add([
                phase.phase.rawValue, phase.began.duration.clockText,
                (phase.ended.duration - phase.began.duration).clockText,
            ])
        }
        return table.lines
    }

    private static func criticalPath(_ report: RunReport) -> [String] {
        let critical = report.phases.compactMap { span in span.critical.map { (span.phase, $0) } }
        guard !critical.isEmpty else { return [] }
        return ["  critical path: the node that ended each phase, and its longest stays"]
            + critical.map { phase, node in
                let stays = node.stays.map { "\($0.what) \($0.time.duration.clockText)" }
                return "    \(phase.rawValue): \(node.node): " + stays.joined(separator: ", ")
            }
    }

    private static func slowest(_ report: RunReport) -> [String] {
        guard !report.slowest.isEmpty else { return [] }
        var table = TextTable(
            header: ["slowest machines", "inspecting", "cleaning", "deploying", "total"])
        for machine in report.slowest {
            table.add(
                [machine.node]
                    + [machine.inspecting, machine.cleaning, machine.deploying, machine.total]
                    .map(\.duration.clockText))
        }
        return table.lines
    }

    private static func faults(_ report: RunReport) -> [String] {
        guard !report.faults.isEmpty else { return [] }
        var table = TextTable(header: ["faults", "began", "ended", "befell"])
        for fault in report.faults {
            table.add([
                "\(fault.fault) (line \(fault.line))",
                fault.began?.duration.clockText ?? "never",
                fault.ended?.duration.clockText ?? "-",
                fault.absence ?? Shortfall.list(fault.victims),
            ])
        }
        return table.lines
    }

    private static func nodes(_ report: RunReport) -> [String] {
        guard !report.nodes.isEmpty else { return [] }
        let counts = report.nodes.map { "\($0.count) \($0.state)" }.joined(separator: ", ")
        return ["  nodes: \(counts)"]
    }

    private static func violations(_ report: RunReport) -> [String] {
        guard !report.violations.isEmpty else { return [] }
        let told = report.violations.map {
            "  violation: \($0.checker) at \($0.at.duration.clockText): \($0.subject): "
                + $0.message
        }
        let tail = report.journalTail.map { "    \($0)" }
        return told + ["  the journal before it:"] + tail
    }

    private static func shortfall(_ report: RunReport) -> [String] {
        var lines = report.findings.map { "  finding: \($0.name): \($0.description)" }
        if !report.missing.isEmpty {
            lines.append("  not as it should be:")
            lines += report.missing.map { "    \($0)" }
        }
        if report.verdict.outcome != .passed {
            lines.append("  replay: \(report.replay)")
            lines.append("  why: \(report.inquiry) NODE-OR-SERVER")
        }
        return lines
    }
}
