/// What the spreads of several metrics tell of one of them, by how far they are apart (an empirical
/// Bayes estimate, as Smyth's for variances, 2004).
struct SpreadPrior {
    let spread: Double
    /// What it is worth beside one's own spread, which counts as one.
    let worth: Double

    private static let fewest = 4
    private static let mostWorth = 3.0

    /// Nil where there are too few to tell.
    init?(_ spreads: [Double], machines: Int) {
        let logarithms = spreads.filter { $0 > 0 }.map(RealFunctions.logarithm).sorted()
        guard logarithms.count >= Self.fewest else { return nil }
        let middle = RobustSpread(sorted: logarithms)
        // The logarithm of a spread scatters by chance by this much.
        let freedom = max(1.5, 0.7 * Double(machines - 2))
        let chance = 1 / (2 * freedom)
        let between = max(0, middle.spread * middle.spread - chance)
        spread = RealFunctions.exponential(middle.centre)
        worth = min(Self.mostWorth, between > 0 ? chance / between : Self.mostWorth)
    }
}
