import Harness
import OrderedCollections
import Pictures
import World

/// Figures over time, and what else is known.
extension RunPage {
    var series: Part? {
        var body = ""
        let names = chronicle.levels.keys.filter { $0 != Chronicle.wanted }
        for name in names {
            guard let series = chronicle.levels[name] else { continue }
            let wanted = name == Chronicle.up ? chronicle.levels[Chronicle.wanted] : nil
            let note = wanted == nil ? "" : " (dashed: wanted)"
            body +=
                "<h3>\(Markup.escaped(name))\(note)</h3>\n"
                + LevelPicture(title: name, series: series, second: wanted, end: end).svg + "\n"
        }
        if !chronicle.latencies.isEmpty { body += "<h3>Requests</h3>\n" + requestTable }
        for (name, series) in chronicle.latencies {
            body +=
                "<details><summary>\(Markup.escaped(name)) over time</summary>\n"
                + LatencyPicture(title: name, series: series, end: end).svg + "</details>\n"
        }
        guard !body.isEmpty else { return nil }
        return Part("series", "Figures", title: "Availability and latency over time", body)
    }

    private var requestTable: String {
        let rows = chronicle.latencies.map { name, series -> [PageParts.Cell] in
            let all = series.whole
            return [
                .text(name), .number("\(all.done)"), .number("\(all.failed)"),
                .number(all.quantile(0.5).fineText), .number(all.quantile(0.99).fineText),
                .number(all.longest.fineText),
            ]
        }
        return PageParts.table(
            ["Request", "Done", "Failed", "Half within", "99 % within", "Longest"], rows,
            numbers: [1, 2, 3, 4, 5])
    }

    var remains: Part? {
        var body = ""
        if !report.nodes.isEmpty {
            let counts = report.nodes.map { "\($0.count) \($0.state)" }.joined(separator: ", ")
            body += "<p>Nodes at the end: \(Markup.escaped(counts)).</p>\n"
        }
        if !report.slowest.isEmpty {
            let rows = report.slowest.map { machine -> [PageParts.Cell] in
                [
                    .text(machine.node), .number(machine.inspecting.duration.clockText),
                    .number(machine.cleaning.duration.clockText),
                    .number(machine.deploying.duration.clockText),
                    .number(machine.total.duration.clockText),
                ]
            }
            body +=
                "<h3>Machines that took longest</h3>\n"
                + PageParts.table(
                    ["Machine", "Inspecting", "Cleaning", "Deploying", "Together"], rows,
                    numbers: [1, 2, 3, 4])
        }
        let left = chronicle.untold.map { "\($1) \($0)" }
        let lanes = chronicle.lanes.values.reduce(0) { $0 + $1.untold }
        let missing = left + (lanes > 0 ? ["\(lanes) stretches of lanes"] : [])
        body +=
            missing.isEmpty
            ? "<p class=\"note\">Nothing was left out of this page.</p>\n"
            : "<p class=\"note\">Left out of this page for want of room: "
                + "\(Markup.escaped(missing.joined(separator: ", "))).</p>\n"
        return Part("remains", "The rest", body)
    }
}
