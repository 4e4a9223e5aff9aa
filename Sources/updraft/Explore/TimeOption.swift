import ArgumentParser

/// A time as people write it: `90s`, `10m`, `2h`, `1d`.
struct TimeOption: ExpressibleByArgument, Sendable {
    private static let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    /// Ten years; nobody waits longer.
    private static let limit: Int64 = 315_360_000

    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    init?(argument: String) {
        guard let unit = argument.last.flatMap({ Self.units[$0] }),
            let count = Int64(argument.dropLast()), count > 0, count <= Self.limit / unit
        else { return nil }
        duration = .seconds(count * unit)
    }
}
