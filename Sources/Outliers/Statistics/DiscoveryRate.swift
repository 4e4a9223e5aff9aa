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

    /// The limit up to which at most the rate of what is found is chance, as the other side tells:
    /// where nothing is to be found, chance goes as far as on this one (Barber and Candès,
    /// "Controlling the false discovery rate via knockoffs", 2015). Zero where nothing is; it takes
    /// at least one over the rate of findings.
    static func limit(_ chances: [Double], mirroredBy others: [Double], rate: Double) -> Double {
        let others = others.sorted()
        var (limit, mirrored) = (0.0, 0)
        for (place, chance) in chances.sorted().enumerated() where chance < 0.5 {
            while mirrored < others.count, others[mirrored] <= chance { mirrored += 1 }
            if Double(mirrored + 1) <= rate * Double(place + 1) { limit = chance }
        }
        return limit
    }
}
