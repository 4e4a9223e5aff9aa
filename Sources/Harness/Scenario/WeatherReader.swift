import BareMetal
import Hardware
import World

/// Reads one entry of a scenario's `weather`.
struct WeatherReader {
    private static let keys = ["faults", "where", "every", "lasts", "from", "until"]
    private static let lastsKeys = ["from", "to"]

    let faults: FaultReader
    let limits: ScenarioLimits

    func read(_ cursor: InputCursor) -> Weather? {
        guard let weather = cursor.mapping(expected: "a mapping that describes weather") else {
            return nil
        }
        weather.reportUnknownKeys(known: Self.keys)
        let kinds = kinds(weather)
        let target = weather["where"].map { _ in faults.target(weather) } ?? .any
        let interval = weather.required("every", expected: "the mean time between two faults")
            .flatMap { positive($0) }
        let lasting = lasting(weather)
        let from = weather["from"]?.duration() ?? .zero
        let until = weather.required("until", expected: "when the last fault may begin")
        let last = until?.duration()
        if let target, let kinds {
            for kind in kinds { faults.check(kind, at: target, weather["where"]) }
        }
        guard let kinds, let target, let interval, let lasting, let last, let until,
            isInTime(last, from: from, lasting, until)
        else { return nil }
        return Weather(
            kinds: kinds, target: target, interval: interval, lasting: lasting,
            stretch: from...last, line: cursor.line)
    }

    private func kinds(_ weather: InputMapping) -> [FaultKind]? {
        let shape = "a list of at least one fault"
        guard let cursor = weather.required("faults", expected: shape),
            let entries = cursor.list(expected: shape)
        else { return nil }
        if entries.isEmpty { cursor.reportMismatch(expected: shape) }
        let kinds = entries.compactMap { entry in
            entry.word("fault", among: FaultKind.drawableNames).flatMap(FaultKind.init(drawable:))
        }
        return kinds.count == entries.count && !kinds.isEmpty ? kinds : nil
    }

    private func lasting(_ weather: InputMapping) -> ClosedRange<Duration>? {
        let shape = "a mapping with the shortest and the longest fault, as { from: 1m, to: 20m }"
        guard let cursor = weather.required("lasts", expected: shape),
            let lasts = cursor.mapping(expected: shape)
        else { return nil }
        lasts.reportUnknownKeys(known: Self.lastsKeys)
        guard let from = lasts.required("from", expected: "the shortest fault")?.duration(),
            let end = lasts.required("to", expected: "the longest fault"), let to = end.duration()
        else { return nil }
        guard from <= to else {
            end.report("found \(to.shortText), expected at least \(from.shortText)")
            return nil
        }
        return from...to
    }

    private func positive(_ cursor: InputCursor) -> Duration? {
        guard let duration = cursor.duration() else { return nil }
        if duration == .zero { cursor.report("found no time at all, expected more") }
        return duration == .zero ? nil : duration
    }

    /// All faults are over early enough for the cloud to heal before the run's time is up.
    private func isInTime(
        _ last: Duration, from: Duration, _ lasting: ClosedRange<Duration>, _ cursor: InputCursor
    ) -> Bool {
        let longest = max(lasting.upperBound, FaultKind.longestLeast)
        let end = limits.virtualTime - limits.heal - longest
        if last < from {
            cursor.report("found \(last.shortText), expected at least \(from.shortText)")
        } else if last > end {
            cursor.report(
                "found \(last.shortText), expected at most \(end.shortText): the run ends after "
                    + "\(limits.virtualTime.shortText), and \(limits.heal.shortText) before that "
                    + "every fault is over")
        }
        return last >= from && last <= end
    }
}
