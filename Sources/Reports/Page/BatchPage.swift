import Harness
import OrderedCollections
import Pictures
import World

/// Several runs on one page: what failed and how to see it again, which seeds fall out of line,
/// and all runs with their own pages.
public struct BatchPage {
    private let runs: [BatchRun]
    private let edition: String

    /// - Parameter runs: in the order in which they were asked for.
    public init(_ runs: [BatchRun], edition: String) {
        self.runs = runs
        self.edition = edition
    }

    /// The page's text.
    public var html: String {
        let sections = [failures] + scenarios.map { scenario($0, $1) } + [all]
        let links = [("failures", "Failures"), ("all", "All runs")]
        return PageFrame(
            title: "\(word): \(title)", heading: "Updraft \(edition): report of several runs",
            links: links.filter { $0.0 != "failures" || !failed.isEmpty }
                .map { (anchor: $0.0, name: $0.1) },
            body: head + sections.joined(),
            footer:
                "<p>Times are the simulated worlds' own. The same scenarios, seeds and schedule "
                + "give the same page. Beside it: report.json and junit.xml for programs, and a "
                + "folder for each run.</p>",
            scripts: "<script>\n\(PageScript.copying)</script>\n"
        ).html
    }

    private var failed: [BatchRun] { runs.filter { $0.verdict.tone == "bad" } }
    private var interrupted: [BatchRun] { runs.filter { $0.verdict.tone == "odd" } }

    private var scenarios: OrderedDictionary<String, [BatchRun]> {
        OrderedDictionary(grouping: runs, by: \.scenario)
    }

    private var title: String {
        let count = runs.count == 1 ? "1 run" : "\(runs.count) runs"
        guard scenarios.count > 1 else { return "\(count) of \(runs.first?.scenario ?? "nothing")" }
        return "\(count) of \(scenarios.count) scenarios"
    }

    private var word: String {
        if !failed.isEmpty { return failed.count == runs.count ? "Failed" : "Failed in part" }
        return interrupted.isEmpty ? "Passed" : "Interrupted"
    }

    private var head: String {
        let tone = !failed.isEmpty ? "bad" : interrupted.isEmpty ? "good" : "odd"
        let passed = runs.count - failed.count - interrupted.count
        var counts = ["\(passed) passed", "\(failed.count) failed"]
        if !interrupted.isEmpty { counts.append("\(interrupted.count) interrupted") }
        let causes = OrderedDictionary(grouping: failed, by: \.signature)
            .map { "\($0) (\($1.count))" }
        let cause = causes.isEmpty ? "" : ". Failed for: " + causes.joined(separator: ", ")
        return """
            <h1>\(Markup.escaped(title))</h1>
            <div class="verdict \(tone)" role="status">
            \(PageParts.sign(tone))<strong class="word">\(word)</strong>
            <p>\(Markup.escaped(Labels.cut(counts.joined(separator: ", ") + cause)))</p>
            </div>

            """
    }

    private var failures: String {
        guard !failed.isEmpty else { return "" }
        let groups = OrderedDictionary(grouping: failed, by: \.signature)
        let parts = groups.enumerated().map { index, group in
            let runs = group.value
            let first = runs[0]
            let seeds = runs.prefix(Self.shownSeeds).map(link).joined(separator: ", ")
            let rest = runs.count - Self.shownSeeds
            return "<h3>\(Markup.escaped(Labels.cut(group.key))): \(runs.count)</h3>\n"
                + "<p>\(Markup.escaped(Labels.cut(first.cause)))</p>\n"
                + PageParts.command(first.replay, id: "failure-\(index)")
                + "<p class=\"note\">Seeds: \(seeds)\(rest > 0 ? " and \(rest) more" : "")</p>\n"
        }
        return PageParts.section(
            "failures", "Failures",
            note: "Failures of one sort stand together, the first of them with its command.",
            parts.joined())
    }

    private static let shownSeeds = 40

    private func link(_ run: BatchRun) -> String {
        link(run, scenarios.count > 1 ? "\(run.scenario) \(run.seed)" : "\(run.seed)")
    }

    private func link(_ run: BatchRun, _ name: String) -> String {
        let text = Markup.escaped(name)
        return run.page.map { "<a href=\"\(Markup.escaped($0))\">\(text)</a>" } ?? text
    }

    private func scenario(_ name: String, _ runs: [BatchRun]) -> String {
        let reports = runs.compactMap(\.report).filter { $0.verdict.outcome != .interrupted }
        guard reports.count >= SeedOutlier.fewestRuns else { return "" }
        let outliers = SeedOutlier.find(among: reports)
        let rows = outliers.map { outlier -> [PageParts.Cell] in
            let seed = outlier.report.verdict.seed
            let run = runs.first { $0.seed == seed }
            return [
                .text(outlier.figure.title), .markup(run.map { link($0, "\(seed)") } ?? "\(seed)"),
                .number(Self.text(outlier.value, outlier.figure)),
                .number(Self.text(outlier.centre, outlier.figure)), .code(outlier.report.replay),
            ]
        }
        let table =
            rows.isEmpty
            ? "<p>No seed falls out of line.</p>"
            : PageParts.table(
                ["Figure", "Seed", "Here", "Usual", "To see it again"], rows, numbers: [2, 3])
        return PageParts.section(
            "seeds-\(scenarios.index(forKey: name) ?? 0)", "\(name): how seeds differ",
            note: "Every mark is a run. Out of line is what lies more than \(SeedOutlier.bound) "
                + "robust deviations from the median.",
            plot(name, reports, outliers) + table)
    }

    private func plot(
        _ name: String, _ reports: [RunReport], _ outliers: [SeedOutlier]
    ) -> String {
        let strips = RunFigure.allCases.compactMap { figure -> StripPlot.Strip? in
            let odd = Set(
                outliers.filter { $0.figure == figure }.map { $0.report.verdict.seed })
            let marks = reports.compactMap { report -> StripPlot.Mark? in
                guard let value = figure.value(of: report) else { return nil }
                let seed = report.verdict.seed
                let centre = outliers.first { $0.figure == figure }?.centre ?? value
                let kind: StripPlot.Mark.Kind =
                    odd.contains(seed) ? (value > centre ? .high : .low) : .usual
                return StripPlot.Mark(
                    figure.isTime ? value / 60 : value, name: "seed \(seed)", kind: kind)
            }
            guard Set(marks.map(\.value)).count > 1 else { return nil }
            return StripPlot.Strip(figure.title + (figure.isTime ? " (min)" : ""), marks)
        }
        return strips.isEmpty ? "" : StripPlot(title: "Runs of \(name)", strips: strips).svg
    }

    private static func text(_ value: Double, _ figure: RunFigure) -> String {
        figure.isTime ? Duration.milliseconds(Int64(value * 1000)).clockText : "\(Int(value))"
    }

    private var all: String {
        let rows = runs.map { run -> [PageParts.Cell] in
            let (tone, word) = run.verdict
            let verdict = run.report?.verdict
            return [
                .text(run.scenario), .markup(link(run, "\(run.seed)")),
                .markup("<span class=\"\(tone)\"><span class=\"word\">\(word)</span></span>"),
                .number(verdict.map { $0.virtual.duration.clockText } ?? "–"),
                .text(Labels.cut(run.cause)),
            ]
        }
        return PageParts.section(
            "all", "All runs",
            PageParts.table(
                ["Scenario", "Seed", "Verdict", "Simulated time", "Cause"], rows, numbers: [3]))
    }
}
