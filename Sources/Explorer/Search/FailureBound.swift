/// How likely a failure may be after so many runs, at most (Clopper and Pearson, 1934, one-sided).
public struct FailureBound: Sendable, Hashable, Codable {
    /// How sure the bound is.
    public static let confidence = 0.95
    private static let rounds = 60

    public let failures: Int
    public let runs: Int

    public init(failures: Int, runs: Int) {
        precondition(failures >= 0 && failures <= runs, "More runs failed than there were.")
        self.failures = failures
        self.runs = runs
    }

    /// The largest probability under which so few failures are not yet a wonder.
    public var probability: Double {
        guard failures < runs else { return 1 }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<Self.rounds {
            let middle = (low + high) / 2
            if chance(middle) > 1 - Self.confidence { low = middle } else { high = middle }
        }
        return high
    }

    /// As `0 failures in 299 runs: failure probability under 1.0 % at 95 %`.
    public var sentence: String {
        let counts = "\(Self.count(failures, "failure")) in \(Self.count(runs, "run"))"
        guard runs > 0 else { return "\(counts): nothing is known of the failure probability" }
        return "\(counts): failure probability under \(Self.percent(probability)) at 95 %"
    }

    /// The chance of this many failures or fewer, where each run fails with this probability.
    private func chance(_ probability: Double) -> Double {
        let odds = probability / (1 - probability)
        guard odds.isFinite else { return 0 }
        var term = Self.power(1 - probability, runs)
        var sum = term
        for count in 0..<failures {
            term *= odds * Double(runs - count) / Double(count + 1)
            sum += term
        }
        return sum
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, square, left) = (1.0, base, exponent)
        while left > 0 {
            if left % 2 == 1 { result *= square }
            square *= square
            left /= 2
        }
        return result
    }

    private static func count(_ count: Int, _ what: String) -> String {
        count == 1 ? "1 \(what)" : "\(count) \(what)s"
    }

    /// Two digits that count, rounded up: a bound is not made better than it is.
    private static func percent(_ share: Double) -> String {
        var (value, decimals) = (share * 100, 0)
        while value < 10, decimals < 6 {
            value *= 10
            decimals += 1
        }
        let digits = String(Int(value.rounded(.up)))
        guard decimals > 0 else { return "\(digits) %" }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return "\(padded.dropLast(decimals)).\(padded.suffix(decimals)) %"
    }
}
