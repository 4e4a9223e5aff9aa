/// How far chance alone goes: Student's distribution, stretched to what healthy machines show.
struct TailDistribution {
    /// Few for heavy tails, infinite for the normal distribution.
    let freedom: Double
    /// What a score is divided by.
    let scale: Double

    /// How probable a score at least so far out on one side is.
    func chance(beyond score: Double) -> Double {
        Self.normalChance(beyond: Self.normalScore(score / scale, freedom))
    }

    /// The normal score that is as rare as Student's.
    ///
    /// D. L. Wallace, Bounds on normal approximations to Student's and the chi-square
    /// distributions, 1959: right to about 0.02 from three degrees of freedom on.
    private static func normalScore(_ score: Double, _ freedom: Double) -> Double {
        guard freedom < 1_000 else { return score }
        let ratio = (8 * freedom + 1) / (8 * freedom + 3)
        let root = (freedom * RealFunctions.logarithm(1 + score * score / freedom)).squareRoot()
        return score < 0 ? -ratio * root : ratio * root
    }

    /// The upper tail of the normal distribution.
    private static func normalChance(beyond score: Double) -> Double {
        guard score >= 0 else { return 1 - normalChance(beyond: -score) }
        let density = RealFunctions.exponential(-score * score / 2) * 0.3989422804014327
        guard score < 3 else {
            // Laplace's continued fraction, which is quick where the tail is thin.
            var fraction = score
            for step in stride(from: 40.0, to: 0, by: -1) { fraction = score + step / fraction }
            return density / fraction
        }
        // Abramowitz and Stegun, 26.2.17: right to 8 × 10⁻⁸.
        let part = 1 / (1 + 0.2316419 * score)
        let weights = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.319381530]
        return density * weights.reduce(0) { ($0 + $1) * part }
    }
}

extension TailDistribution {
    /// Student's quantiles at 95 and 99 of a hundred, each over that at 75, by degrees of freedom.
    private static let shapes: [(freedom: Double, at95: Double, at99: Double)] = [
        (.infinity, 2.439, 3.449), (30, 2.485, 3.598), (15, 2.537, 3.765), (10, 2.590, 3.949),
        (8, 2.634, 4.101), (6, 2.706, 4.379), (5, 2.773, 4.631), (4, 2.877, 5.059),
        (3, 3.076, 5.936), (2, 3.576, 8.530), (1, 6.314, 31.82),
    ]
    /// Scores needed to learn a shape from them.
    static let scoresNeeded = 200
    /// Scores from which the rarer quantile is known well enough.
    private static let scoresForRare = 2_000

    /// The shape of the upper side of the scores: that of machines that are faster than their
    /// group, among which none is sick. What chance does upwards, it does downwards.
    init?(learning scores: [Double]) {
        guard scores.count >= Self.scoresNeeded else { return nil }
        let sorted = scores.sorted()
        let middle = Self.quantile(sorted, 0.5)
        let quarter = Self.quantile(sorted, 0.75) - middle
        guard quarter > 0 else { return nil }
        let isLarge = sorted.count >= Self.scoresForRare
        let shape = (Self.quantile(sorted, isLarge ? 0.99 : 0.95) - middle) / quarter
        let heaviness = Self.heaviness(of: shape, isLarge: isLarge)
        freedom = heaviness > 0 ? 1 / heaviness : .infinity
        scale = max(0.5, quarter / Self.quartile(freedom))
    }

    /// One over the degrees of freedom, between those of the table.
    private static func heaviness(of shape: Double, isLarge: Bool) -> Double {
        var below = (shape: 0.0, heaviness: 0.0)
        for entry in shapes {
            let next = (shape: isLarge ? entry.at99 : entry.at95, heaviness: 1 / entry.freedom)
            if shape < next.shape {
                guard below.shape > 0 else { return 0 }
                let part = (shape - below.shape) / (next.shape - below.shape)
                return below.heaviness + part * (next.heaviness - below.heaviness)
            }
            below = next
        }
        return below.heaviness
    }

    /// Student's quantile at 75 of a hundred, by its expansion for many degrees of freedom.
    private static func quartile(_ freedom: Double) -> Double {
        let rest = 1 / freedom
        return 0.67449 + 0.24533 * rest + 0.0795 * rest * rest
    }

    private static func quantile(_ sorted: [Double], _ part: Double) -> Double {
        let place = part * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(low + 1, sorted.count - 1)
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }

    /// Where there are too few scores to learn from: what the size of the group makes of normal
    /// figures. Found by simulation for ``RobustSpread`` of so many others.
    ///
    /// - Parameter worth: what is known of the spread from elsewhere, in figures of one's own.
    init(others: Int, worth: Double = 0) {
        freedom = max(1.5, 0.7 * Double(others - 2)) * (1 + worth)
        scale = 1
    }
}
