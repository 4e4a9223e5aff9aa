import Harness

/// All the ways to make a failing run one step smaller, the most valuable first.
///
/// They know little of what a scenario means: what cannot be read any more is found out at once,
/// and costs no run.
struct Reductions {
    let probe: Probe

    var all: [Reduction] {
        [schedules, clouds, lists, counts, places, durations, rest].flatMap(\.self)
    }

    // MARK: Schedules

    /// A run that fails in order needs no luck.
    private var schedules: [Reduction] {
        let simpler: [RunSchedule]
        switch probe.schedule {
        case .fifo: simpler = []
        case .shuffle: simpler = [.fifo]
        case .pct(let depth):
            simpler = [.fifo, .shuffle] + (1..<depth).map { RunSchedule.pct(depth: $0) }
        }
        return simpler.map { schedule in
            var changed = probe
            changed.schedule = schedule
            return Reduction(
                what: "schedule \(probe.schedule.text) to \(schedule.text)", probe: changed)
        }
    }

    // MARK: Lists

    /// Faults and operations, all of them, halves and each; what was given last goes first, so that
    /// the places of others stay.
    private var lists: [Reduction] {
        ["weather", "sites", "faults", "operations", "templates"].flatMap { key -> [Reduction] in
            guard let list = probe.text.root[key], !list.items.isEmpty else { return [] }
            return Self.chunks(of: list.items.count).map { range in
                changed("\(key) without \(Self.words(range, list.items.count))") { root in
                    root[key] = list.items.count == range.count ? nil : list.without(range)
                }
            }
        }
    }

    /// All, halves, quarters and so on down to each, from the end.
    static func chunks(of count: Int) -> [Range<Int>] {
        var chunks: [Range<Int>] = []
        var size = count
        while size >= 1 {
            var end = count
            while end > 0 {
                chunks.append(max(0, end - size)..<end)
                end -= size
            }
            if size == 1 { break }
            size = (size + 1) / 2
        }
        return chunks
    }

    private static func words(_ range: Range<Int>, _ count: Int) -> String {
        if range.count == count { return "any" }
        return range.count == 1
            ? "number \(range.lowerBound + 1)"
            : "numbers \(range.lowerBound + 1) to \(range.upperBound)"
    }

    // MARK: Everything else

    /// Whatever key or entry can go.
    private var rest: [Reduction] {
        let kept: Set<String> = [
            "scenario", "bug", "caught-by", "faults", "operations", "weather", "sites",
        ]
        return PartPath.all(in: probe.text.root)
            .filter { path in path.first.map { !kept.contains($0) } ?? false }
            .map { path in
                changed("no \(path.text)") { root in root.remove(path.steps[...]) }
            }
    }

    func changed(_ what: String, _ change: (inout ScenarioPart) -> Void) -> Reduction {
        var changed = probe
        change(&changed.text.root)
        return Reduction(what: what, probe: changed)
    }
}

extension ScenarioPart {
    /// A list less some of its entries.
    func without(_ range: Range<Int>) -> ScenarioPart {
        var list = self
        list.items.removeSubrange(range)
        return list
    }
}
