public import Hardware

/// How far some failures in so many independent runs go: the exact bounds of a binomial proportion
/// (Clopper and Pearson, 1934). Of no failure in n runs, the upper one is close to 3/n at 95 %.
public struct FailureBound: Sendable, Hashable, Codable {
    public let failures: Int
    public let runs: Int

    public init(failures: Int, runs: Int) {
        precondition(failures >= 0 && failures <= runs, "Failures are some of the runs.")
        self.failures = failures
        self.runs = runs
    }

    /// What a run's probability of failure is below, at that confidence.
    public func upper(at confidence: Ratio) -> Double {
        guard failures < runs else { return 1 }
        var (low, high) = (0.0, 1.0)
        // To twelve places of what is asked for.
        while high - low > high * 1e-12 {
            let middle = (low + high) / 2
            let isMore =
                Binomial(runs: runs, probability: middle).atMost(failures)
                > 1 - confidence.value
            (low, high) = isMore ? (middle, high) : (low, middle)
        }
        return high
    }

    /// What a run's probability of failure is above, at that confidence.
    public func lower(at confidence: Ratio) -> Double {
        guard failures > 0 else { return 0 }
        return 1 - FailureBound(failures: runs - failures, runs: runs).upper(at: confidence)
    }

    /// Runs without failure that it takes to bring ``upper(at:)`` to `probability` or below.
    public static func runs(for probability: Double, at confidence: Ratio) -> Int {
        precondition(probability > 0 && probability < 1, "A bound is between 0 and 1.")
        var (low, high) = (0, 1)
        while FailureBound(failures: 0, runs: high).upper(at: confidence) > probability {
            (low, high) = (high, high * 2)
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            let isEnough =
                FailureBound(failures: 0, runs: middle).upper(at: confidence) <= probability
            (low, high) = isEnough ? (low, middle) : (middle, high)
        }
        return high
    }

    /// `0 failures in 300 runs: failure probability under 0.994 % at 95 %`.
    public func sentence(at confidence: Ratio) -> String {
        let word = failures == 1 ? "failure" : "failures"
        let counts = "\(failures) \(word) in \(runs) \(runs == 1 ? "run" : "runs")"
        guard runs > 0 else { return "\(counts): nothing is known of the failure probability" }
        return "\(counts): failure probability under \(Self.percent(upper(at: confidence))) at "
            + "\(confidence)"
    }

    /// With three significant places, rounded up, so that what is said is never too little.
    private static func percent(_ part: Double) -> String {
        var (value, places) = (part * 100, 0)
        while value < 100, places < 12 { (value, places) = (value * 10, places + 1) }
        let digits = String(Int(value.rounded(.up)))
        guard places > 0 else { return "\(digits) %" }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return "\(padded.dropLast(places)).\(padded.suffix(places)) %"
    }
}
