/// Two heaps of figures where one was expected: two firmware levels, a setting of the BIOS.
struct ColumnSplit {
    /// Places of the machines with the lower figures.
    let low: [Int]
    let high: [Int]
    let lowCentre: Double
    let highCentre: Double

    /// Machines a group needs before heaps are looked for.
    private static let fewestMachines = 8
    /// The least part of a group that is a heap of its own and no handful of sick machines.
    private static let leastPart = 0.2
    /// Spreads between the heaps' centres, in groups below and from ``largeGroup`` on. One heap of
    /// normal figures that is cut in half has 2.7, of even ones 3.5.
    private static let distances = (small: 6.5, large: 4.5)
    private static let largeGroup = 20
    /// The most machines that may lie in the middle third between the centres.
    private static let valley = 0.08

    private init(_ low: [Int], _ high: [Int], _ lowCentre: Double, _ highCentre: Double) {
        (self.low, self.high) = (low.sorted(), high.sorted())
        (self.lowCentre, self.highCentre) = (lowCentre, highCentre)
    }

    /// The split of figures where the heaps are narrowest; nil where they are one heap.
    ///
    /// - Parameter least: the least distance between heaps that matters.
    init?(_ values: [Double], _ part: [Int], least: Double) {
        let places = part.sorted { values[$0] < values[$1] }
        let sorted = places.map { values[$0] }
        guard sorted.count >= Self.fewestMachines, let cut = Self.cut(sorted) else { return nil }
        self.init(
            Array(places[..<cut]), Array(places[cut...]),
            RobustSpread.median(Array(sorted[..<cut])), RobustSpread.median(Array(sorted[cut...])))
        let distance = highCentre - lowCentre
        let spread = Self.spread(sorted, cut, lowCentre, highCentre)
        let isLarge = sorted.count >= Self.largeGroup
        guard distance > least,
            distance >= (isLarge ? Self.distances.large : Self.distances.small) * spread
        else { return nil }
        let third = distance / 3
        let between = sorted.count { $0 > lowCentre + third && $0 < highCentre - third }
        guard Double(between) <= Self.valley * Double(sorted.count) else { return nil }
    }

    /// Where the squares of the distances to the heaps' means are least.
    private static func cut(_ sorted: [Double]) -> Int? {
        let count = sorted.count
        let fewest = max(3, Int((leastPart * Double(count)).rounded(.up)))
        let total = sorted.reduce(0, +)
        var (sum, best, found) = (0.0, -Double.infinity, nil as Int?)
        for cut in 1...(count - fewest) {
            sum += sorted[cut - 1]
            guard cut >= fewest, sorted[cut] > sorted[cut - 1] else { continue }
            let rest = total - sum
            let between = sum * sum / Double(cut) + rest * rest / Double(count - cut)
            if between > best { (best, found) = (between, cut) }
        }
        return found
    }

    private static func spread(
        _ sorted: [Double], _ cut: Int, _ low: Double, _ high: Double
    ) -> Double {
        let rests = sorted.enumerated().map { $0.element - ($0.offset < cut ? low : high) }
        // Two centres were taken from the figures.
        let correction = (Double(sorted.count) / Double(sorted.count - 2)).squareRoot()
        return RobustSpread(sorted: rests.sorted()).spread * correction
    }

    /// The same heaps in the figures of one metric; nil where they lie at the same place there.
    func of(_ values: [Double], leastEffect: Double) -> ColumnSplit? {
        let known = (low.filter { !values[$0].isNaN }, high.filter { !values[$0].isNaN })
        guard known.0.count >= 3, known.1.count >= 3 else { return nil }
        let left = RobustSpread(sorted: known.0.map { values[$0] }.sorted())
        let right = RobustSpread(sorted: known.1.map { values[$0] }.sorted())
        let distance = right.centre - left.centre
        guard distance >= leastEffect * abs(right.centre),
            distance >= 1.5 * max(left.spread, right.spread)
        else { return nil }
        return ColumnSplit(known.0, known.1, left.centre, right.centre)
    }
}
