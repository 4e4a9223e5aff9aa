import Documents
import Facts

/// The reference's own report, line by line: what its users' scripts read.
public struct CardiffText {
    private let report: CardiffReport

    public init(_ report: CardiffReport) { self.report = report }

    /// Components, groups, and the findings of all levels.
    public var text: String {
        (components + groups + findings).joined(separator: "\n") + "\n"
    }

    private func names(_ places: [Int]) -> [String] { places.map { report.machines[$0] } }

    private var components: [String] {
        report.grouping.components.flatMap { component -> [String] in
            let title = component.component.title
            let groups = component.groups.flatMap { group -> [String] in
                let names = names(group.machines).map(PythonText.quoted)
                return [
                    "\(group.machines.count) identical systems :",
                    "[\(names.joined(separator: ", "))]", Self.list(group.facts), "",
                ]
            }
            let rule = String(repeating: "#", count: 10 + title.count)
            return ["##### \(title) #####"] + groups + [rule]
        }
    }

    private static func list(_ facts: [Fact]) -> String {
        let lines = facts.map { fact in
            let texts = [fact.kind, fact.id, fact.key, fact.value].map(PythonText.quoted)
            return "(\(texts.joined(separator: ", ")))"
        }
        return "[\(lines.joined(separator: ",\n "))]"
    }

    private var groups: [String] {
        let count = report.machines.count
        let head = """
            The \(count) systems can be grouped in \(report.groups.count) groups of identical \
            hardware
            """
        return [head]
            + report.groups.flatMap { group in
                [
                    "Group \(group.number) (\(group.machines.count) Systems)",
                    "-> \(group.machines.joined(separator: ", "))", "",
                ]
            } + [""]
    }

    private var findings: [String] {
        report.groups.flatMap { group in
            group.findings.flatMap(Self.lines)
                + group.notRun.map {
                    Self.line(
                        $0.mode, "WARNING",
                        "\(FigureText.left($0.title, 12)) : Benchmark not run on this group")
                }
        }
    }

    private static func line(_ mode: String, _ level: String, _ message: String) -> String {
        "\(FigureText.left(mode, 34)): \(FigureText.left(level, 8)): \(message)"
    }

    /// What the reference prints of one device.
    static func lines(_ finding: CardiffFinding) -> [String] {
        func figure(_ number: Double) -> String { FigureText.hundredths(number, width: 8) }
        let title = FigureText.left(finding.title, 12)
        let range = """
            \(title) : Group performance : min=\(figure(finding.minimum)), \
            mean=\(figure(finding.mean)), max=\(figure(finding.maximum)), \
            stddev=\(figure(finding.deviation))
            """
        return [line(finding.mode, "INFO", range)] + verdict(finding, title)
            + finding.remarks.map { line(finding.mode, "WARNING", "\(title) : \($0)") }
    }

    private static func verdict(_ finding: CardiffFinding, _ title: String) -> [String] {
        let mean = FigureText.hundredths(finding.mean, width: 7)
        guard finding.outcome != .unstable else {
            let percent = FigureText.hundredths(finding.deviationPercent, width: 7)
            let variance = """
                \(title) : Group's variance is too important : \(percent)% of \(mean) \
                whereas limit is set to \(FigureText.hundredths(finding.limits.maximum))%
                """
            return [variance, "\(title) : Group performance : UNSTABLE"]
                .map { line(finding.mode, "ERROR", $0) }
        }
        let unit = finding.title.contains("Effi.") ? "%" : " "
        let level = finding.outcome == .consistent ? "INFO" : "WARNING"
        let group = "\(title) : Group performance = \(mean) \(unit) : \(finding.outcome.rawValue)"
        return finding.curious.map { line(finding.mode, "WARNING", curious($0, finding, title)) }
            + [line(finding.mode, level, group)]
    }

    private static func curious(
        _ machine: CardiffFinding.Curious, _ finding: CardiffFinding, _ title: String
    ) -> String {
        let kind = machine.isOver ? "overperformance " : "underperformance"
        let reach = 2 * finding.deviation
        return """
            \(title) : \(machine.machine) : Curious \(kind) \
            \(FigureText.hundredths(machine.value, width: 7)) : \
            min_allow_group = \(FigureText.hundredths(finding.mean - reach)), \
            mean_group = \(FigureText.hundredths(finding.mean)) \
            max_allow_group = \(FigureText.hundredths(finding.mean + reach))
            """
    }
}
