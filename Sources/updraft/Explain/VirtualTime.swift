import ArgumentParser
import World

/// A moment of a run, as people write it: `40m`, `90s`, `0:40:00` or `40:00`.
struct VirtualTime: ExpressibleByArgument {
    let instant: Instant

    init(_ instant: Instant) { self.instant = instant }

    init?(argument: String) {
        guard let seconds = Self.clock(argument) ?? Self.amount(argument) else { return nil }
        instant = .epoch + .seconds(seconds)
    }

    /// Longer than any run.
    private static let limit: Int64 = 10_000 * 86_400

    /// Hours, minutes and seconds, or minutes and seconds.
    private static func clock(_ text: String) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        var seconds: Int64 = 0
        for (index, part) in parts.enumerated() {
            guard part.allSatisfy(\.isNumber), let value = Int64(part),
                value < (index == 0 ? limit / 3600 : 60)
            else { return nil }
            seconds = seconds * 60 + value
        }
        return seconds
    }

    private static func amount(_ text: String) -> Int64? {
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let last = text.last, let unit = units[last], let count = Int64(text.dropLast()),
            count >= 0, count <= limit / unit
        else { return nil }
        return count * unit
    }
}
