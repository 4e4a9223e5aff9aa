/// Control of the share of false findings among all findings.
enum DiscoveryRate {
    /// Simes' chance that nothing is wrong with somebody on whom several things were measured,
    /// which holds for measures that go with each other.
    static func combined(_ chances: [Double]) -> Double {
        let count = Double(chances.count)
        return chances.sorted().enumerated().reduce(1) { least, entry in
            min(least, entry.element * count / Double(entry.offset + 1))
        }
    }

    /// Benjamini and Hochberg's limit: what is at most so probable by chance is found.
    /// Zero where nothing is.
    static func limit(_ chances: [Double], rate: Double) -> Double {
        let count = Double(max(1, chances.count))
        return chances.sorted().enumerated().reduce(0) { limit, entry in
            entry.element <= rate * Double(entry.offset + 1) / count ? entry.element : limit
        }
    }
}
