import Hardware
import Harness
import OrderedCollections
import Pictures
import World

/// What happened, why it took so long, and who did what.
extension RunPage {
    var story: Part? {
        guard !report.story.isEmpty else { return nil }
        let items = report.story.map { entry in
            let tick = Tick(.epoch + entry.began.duration)
            let until =
                entry.count > 1 && entry.ended > entry.began
                ? " <span class=\"soft\">until \(entry.ended.duration.clockText)</span>" : ""
            return "<li\(Self.tone(of: entry.kind))>\(PageParts.moment(tick)) "
                + "<span>\(Markup.escaped(Labels.cut(entry.text)))\(until)</span></li>\n"
        }
        let rest =
            report.untold > 0 ? "<p class=\"note\">and \(report.untold) events more</p>\n" : ""
        let list = "<ol class=\"story\">\n\(items.joined())</ol>\n"
        return Part("story", "What happened", list + rest)
    }

    private static func tone(of kind: StoryEntry.Kind) -> String {
        switch kind {
        case .phaseBegan: " class=\"phase\""
        case .faultBegan, .violation, .serverTaken, .serverFailed, .controlNodeLost, .memberLost,
            .copyDamaged, .breakerTripped, .overcloudRefused:
            " class=\"bad\""
        case .nodeFailed, .nodeSetAside, .serverRetried, .leaderDeposed, .raidDegraded:
            " class=\"odd\""
        default: ""
        }
    }

    var criticalPath: Part? {
        let path = CriticalPath(of: chronicle, until: end)
        guard end > .zero, path.links.count > 1 else { return nil }
        let sums = Self.grouped(path.sums, of: end.count)
        let bars = sums.map { sum -> String in
            let (what, share) = (
                Markup.escaped(sum.what), PageParts.share(sum.ticks, of: end.count)
            )
            let isThin = sum.ticks < end.count / 12
            let kind = Self.family(of: sum.what) + (isThin ? " thin" : "")
            return "<i class=\"\(kind)\" style=\"flex:\(sum.ticks)\" title=\"\(what), \(share)\">"
                + "\(isThin ? "" : what)</i>"
        }
        let totals = sums.map { sum in
            [
                PageParts.Cell.markup(
                    "<i class=\"swatch \(Self.family(of: sum.what))\"></i>"
                        + Markup.escaped(sum.what)),
                .number((Tick(sum.ticks) - .zero).clockText),
                .number(PageParts.share(sum.ticks, of: end.count)),
            ]
        }
        let links = path.links.filter { $0.ended.count - $0.began.count >= end.count / 500 }
        let chain = links.map { link in
            [
                PageParts.Cell.moment(link.began), .text(link.what), .text(link.subject),
                .number((link.ended - link.began).clockText),
                .number(PageParts.share(link.ended.count - link.began.count, of: end.count)),
            ]
        }
        return Part(
            "path", "Critical path", title: "What the end waited for",
            note: "The critical path: whatever happened last was waited for, and so on back to the "
                + "beginning.",
            "<div class=\"bar\" role=\"img\" aria-label=\"Shares of the time\">"
                + "\(bars.joined())</div>\n"
                + PageParts.table(["What", "Time", "Share"], totals, numbers: [1, 2])
                + "<details><summary>The chain, link by link (\(links.count))</summary>\n"
                + PageParts.table(
                    ["From", "What", "Who", "Lasted", "Share"], chain, numbers: [3, 4])
                + "</details>")
    }

    /// What takes less than a hundredth of the time is put together.
    private static func grouped(
        _ sums: [(what: String, ticks: Int32)], of whole: Int32
    ) -> [(what: String, ticks: Int32)] {
        let small = sums.filter { $0.ticks < whole / 100 }
        guard small.count > 1 else { return sums }
        let rest = small.reduce(0) { $0 + $1.ticks }
        return sums.filter { $0.ticks >= whole / 100 } + [("the rest", rest)]
    }

    private static func family(of what: String) -> String {
        if let state = StateFamily(named: what) { return state.styleClass }
        switch what {
        case CriticalPath.stillness: return "t-neutral"
        case CriticalPath.waiting: return "f0"
        case CriticalPath.noticing, CriticalPath.faulty: return "f8"
        default: return "f5"
        }
    }

    var acts: Part? {
        guard !chronicle.acts.isEmpty || !chronicle.commands.isEmpty else { return nil }
        let rows = chronicle.acts.map { act in
            [
                PageParts.Cell.moment(act.at), .text(act.by), .text(Labels.cut(act.verb)),
                .text(act.target), .text(Labels.cut(act.reason)),
            ]
        }
        let commands = chronicle.commands.map { command, count in
            [PageParts.Cell.text(command.by), .text(command.action.rawValue), .number("\(count)")]
        }
        let count = chronicle.commands.values.reduce(0, +)
        let told =
            rows.isEmpty
            ? "" : PageParts.table(["When", "Who", "Did what", "To whom", "Why"], rows)
        return Part(
            "acts", "Who did what", title: "Who acted on whom",
            note: "Takeovers, evictions, fences: every time somebody took something from somebody, "
                + "or switched off a machine that ran its system.",
            told + "<details><summary>Commands to controllers (\(count))</summary>\n"
                + PageParts.table(["By", "Command", "Times"], commands, numbers: [2])
                + "</details>")
    }
}
