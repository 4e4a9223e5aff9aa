import World

/// A run's story for people, on one screen.
enum StoryText {
    /// Where a story is too long for a screen, its beginning and its end are told.
    private static let beginning = 16

    static func lines(of report: RunReport) -> [String] {
        guard !report.story.isEmpty else { return [] }
        let told = report.story.map { line($0, width: timeWidth(report.story)) }
        let rest = report.untold > 0 ? ["    and \(report.untold) events more"] : []
        return ["  what happened"] + shortened(told) + rest
    }

    private static func shortened(_ lines: [String]) -> [String] {
        let hidden = lines.count - RunLimits.storyLines
        guard hidden > 0 else { return lines }
        let end = lines.suffix(RunLimits.storyLines - beginning - 1)
        return lines.prefix(beginning) + ["    … \(hidden + 1) lines, which --json has …"] + end
    }

    private static func timeWidth(_ story: [StoryEntry]) -> Int {
        story.map { $0.began.duration.clockText.count }.max() ?? 0
    }

    /// An entry of one subject can still have been several times.
    private static func repetition(_ entry: StoryEntry) -> String {
        guard entry.count > 1, entry.ended > entry.began else { return "" }
        let times = entry.subjects.count == 1 ? "\(entry.count) times, " : ""
        return " (\(times)until \(entry.ended.duration.clockText))"
    }

    /// Phases are the chapters: what happens in them stands below them.
    private static func line(_ entry: StoryEntry, width: Int) -> String {
        let time = entry.began.duration.clockText
        let padding = String(repeating: " ", count: width - time.count)
        let indent = entry.kind == .phaseBegan ? "" : "  "
        return "    \(padding)\(time)  \(indent)\(entry.text)\(repetition(entry))"
    }
}
