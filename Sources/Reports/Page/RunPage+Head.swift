import Harness
import OrderedCollections
import Pictures
import Undercloud
import World

/// What is read within the first seconds.
extension RunPage {
    func head(_ judged: RunVerdict) -> String {
        let verdict = report.verdict
        return """
            <h1>\(Markup.escaped(verdict.scenario))</h1>
            <div class="verdict \(judged.tone)" role="status">
            \(PageParts.sign(judged.tone))\
            <strong class="word">\(Markup.escaped(judged.word))</strong>
            <p>\(Markup.escaped(Labels.cut(judged.cause)))</p>
            </div>
            \(asks)\(PageParts.tiles(tiles))
            \(PageParts.command(report.replay, id: "replay-command"))
            \(PageParts.facts(facts))
            """
    }

    /// The first paragraph says what it is; the rest is there for who wants it.
    private var asks: String {
        guard !question.isEmpty else { return "" }
        let end = question.firstRange(of: "\n\n")
        let first = String(question[..<(end?.lowerBound ?? question.endIndex)])
        let rest = end.map { String(question[$0.upperBound...]) } ?? ""
        let more =
            rest.isEmpty
            ? ""
            : "<details><summary>What it is for</summary>"
                + "<p class=\"question\">\(Markup.escaped(rest))</p></details>\n"
        return "<p class=\"question\">\(Markup.escaped(first))</p>\n\(more)"
    }

    private var facts: [(name: String, markup: String)] {
        [
            ("seed", "\(report.verdict.seed)"), ("schedule", Markup.escaped(report.schedule.text)),
            ("file", "<code>\(Markup.escaped(report.file))</code>"),
            ("trace", "<code>\(Markup.escaped(report.trace.hash))</code>"),
            ("events", "\(report.trace.events)"), ("updraft", Markup.escaped(edition)),
        ]
    }

    private var tiles: [(figure: String, meaning: String)] {
        var tiles = [
            ("\(report.verdict.virtual.duration.clockText)", "simulated time"),
            (
                "\(report.verdict.machines)",
                "machines in \(chronicle.racks.count) rack\(chronicle.racks.count == 1 ? "" : "s")"
            ),
        ]
        let up = chronicle.levels[Chronicle.up]?.points.last?.value ?? 0
        let wanted = chronicle.levels[Chronicle.wanted]?.points.last?.value ?? 0
        tiles.append(("\(up) of \(wanted)", "servers up at the end"))
        if let operation = report.phases.first(where: { $0.phase == .operation }) {
            tiles.append((operation.began.duration.clockText, "until the cloud was in operation"))
        }
        let faults = report.faults.count { $0.began != nil }
        tiles.append(("\(faults)", faults == 1 ? "fault came" : "faults came"))
        let times = chronicle.outages.compactMap { outage in outage.back.map { $0 - outage.began } }
        if let longest = times.max() {
            tiles.append((longest.clockText, "longest outage of a server"))
        }
        return tiles
    }
}
