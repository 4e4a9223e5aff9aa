public import Harness
import Pictures
import World

/// A run as a page that somebody wants to read: what came of it and why, what happened when and to
/// whom, and how to see it again. It needs nothing but itself.
///
/// The same report and chronicle give the same page; it tells no time but the world's own.
public struct RunPage {
    let report: RunReport
    let chronicle: Chronicle
    let question: String
    let edition: String
    let end: Tick

    /// - Parameters:
    ///   - question: what the scenario asks, in its author's words; empty where nobody said.
    ///   - edition: of Updraft, such as `0.1.0`.
    public init(
        _ report: RunReport, _ chronicle: Chronicle, question: String, edition: String
    ) {
        self.report = report
        self.chronicle = chronicle
        self.question = question
        self.edition = edition
        end = Tick(Int32(clamping: report.verdict.virtual.nanoseconds / 100_000_000))
    }

    /// The page's text.
    public var html: String {
        let verdict = report.verdict
        let judged = RunVerdict(report, outages: chronicle.outages)
        let parts = [
            troubles, replay, story, criticalPath, faults, acts, series, remains,
        ].compactMap { $0 }
        let head = head(judged)
        return PageFrame(
            title: "\(judged.word): \(verdict.scenario), seed \(verdict.seed)",
            heading: "Updraft \(edition): report of a run",
            links: parts.map { ($0.anchor, $0.name) }, body: head + parts.map(\.markup).joined(),
            footer: footer, scripts: scripts
        ).html
    }

    /// One section, and what leads to it.
    struct Part {
        let anchor: String
        let name: String
        let markup: String

        init(
            _ anchor: String, _ name: String, title: String? = nil, note: String = "",
            _ body: String
        ) {
            self.anchor = anchor
            self.name = name
            markup = PageParts.section(anchor, title ?? name, note: note, body)
        }
    }

    private var footer: String {
        "<p>Times are the simulated world's own, from the run's beginning on. The same scenario, "
            + "seed and schedule give the same page. Beside it: report.json and junit.xml for "
            + "programs, journal.jsonl with everything that was told.</p>"
    }

    private var scripts: String {
        let opens = report.violations.first.map { Tick(.epoch + $0.at.duration).count } ?? end.count
        return """
            <script type="application/json" id="data" data-opens="\(opens)">
            \(PageData(chronicle: chronicle, end: end).value.json)
            </script>
            <script>
            \(PageScript.text)</script>

            """
    }
}
