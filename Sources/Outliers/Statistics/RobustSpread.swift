/// Centre and spread of figures of which up to a half may be anything.
///
/// The median, and Rousseeuw and Croux's Qₙ with their corrections for small samples ("Alternatives
/// to the median absolute deviation", 1993); beyond ``pairLimit`` figures the biweight midvariance
/// (Mosteller and Tukey, "Data analysis and regression", 1977), which needs no pairs.
public struct RobustSpread {
    public let centre: Double
    public let spread: Double

    /// Figures up to which all pairs are looked at.
    static let pairLimit = 40

    /// - Parameter sorted: rising, at least one.
    public init(sorted: [Double]) {
        centre = Self.median(sorted)
        spread = sorted.count <= Self.pairLimit ? Self.qn(sorted) : Self.biweight(sorted, centre)
    }

    static func median(_ sorted: [Double]) -> Double {
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }

    /// Figures weigh less the further out they are, and nothing from nine median deviations on.
    private static func biweight(_ sorted: [Double], _ centre: Double) -> Double {
        let reach = 9 * median(sorted.map { abs($0 - centre) }.sorted())
        guard reach > 0 else { return 0 }
        var (squares, weights) = (0.0, 0.0)
        for value in sorted {
            let distance = (value - centre) / reach
            let weight = 1 - distance * distance
            guard weight > 0 else { continue }
            squares += (value - centre) * (value - centre) * weight * weight * weight * weight
            weights += weight * (1 - 5 * distance * distance)
        }
        return weights > 0 ? (Double(sorted.count) * squares).squareRoot() / weights : 0
    }

    private static func qn(_ sorted: [Double]) -> Double {
        let count = sorted.count
        guard count > 1 else { return 0 }
        var distances: [Double] = []
        distances.reserveCapacity(count * (count - 1) / 2)
        for high in 1..<count {
            for low in 0..<high { distances.append(sorted[high] - sorted[low]) }
        }
        distances.sort()
        let half = count / 2 + 1
        return 2.2219 * correction(count) * distances[half * (half - 1) / 2 - 1]
    }

    private static let corrections = [0.399, 0.994, 0.512, 0.844, 0.611, 0.857, 0.669, 0.872]

    private static func correction(_ count: Int) -> Double {
        if count < 10 { return corrections[count - 2] }
        let number = Double(count)
        return number / (number + (count % 2 == 1 ? 1.4 : 3.8))
    }
}
