import World

/// How long something takes, as a named distribution to draw from.
public struct DurationDistribution: Sendable, Hashable {
    public enum Shape: Sendable, Hashable {
        case constant(Duration)
        /// Every duration in the range is equally likely.
        case uniform(ClosedRange<Duration>)
        /// Rises from the lower bound to the mode and falls to the upper bound.
        case triangular(ClosedRange<Duration>, mode: Duration)
        /// Mostly near the lower bound, now and then far above it: a Pareto distribution of shape
        /// 2, cut off at the upper bound.
        case longTailed(ClosedRange<Duration>)
    }

    /// What takes that long, for reports.
    public let name: String
    public let shape: Shape

    public init(_ name: String, _ shape: Shape) {
        precondition(Self.bounds(of: shape).lowerBound >= .zero, "Nothing takes less than no time.")
        if case .triangular(let range, let mode) = shape {
            precondition(range.contains(mode), "The mode lies within the range.")
        }
        if case .longTailed(let range) = shape {
            precondition(range.lowerBound > .zero, "A Pareto distribution begins above zero.")
        }
        self.name = name
        self.shape = shape
    }

    /// What no draw lies outside of.
    public var bounds: ClosedRange<Duration> { Self.bounds(of: shape) }

    public func draw(using generator: inout some RandomNumberGenerator) -> Duration {
        if case .constant(let duration) = shape { return duration }
        let chance = Double.random(in: 0..<1, using: &generator)
        return min(max(duration(at: chance), bounds.lowerBound), bounds.upperBound)
    }

    /// The inverse of the cumulative distribution, reckoned in nanoseconds.
    private func duration(at chance: Double) -> Duration {
        let (low, high) = (
            Double(bounds.lowerBound.nanoseconds), Double(bounds.upperBound.nanoseconds)
        )
        switch shape {
        case .constant(let duration): return duration
        case .uniform: return .nanoseconds(Int64(low + chance * (high - low)))
        case .triangular(_, let mode):
            let turn = Double(mode.nanoseconds)
            return .nanoseconds(Int64(Self.triangular(chance, low, turn, high)))
        case .longTailed:
            let cut = 1 - (low / high) * (low / high)
            return .nanoseconds(Int64(low / (1 - chance * cut).squareRoot()))
        }
    }

    private static func triangular(
        _ chance: Double,
        _ low: Double,
        _ mode: Double,
        _ high: Double
    ) -> Double {
        guard high > low else { return low }
        let turn = (mode - low) / (high - low)
        if chance < turn { return low + (chance * (high - low) * (mode - low)).squareRoot() }
        return high - ((1 - chance) * (high - low) * (high - mode)).squareRoot()
    }

    private static func bounds(of shape: Shape) -> ClosedRange<Duration> {
        switch shape {
        case .constant(let duration): duration...duration
        case .uniform(let range), .triangular(let range, _), .longTailed(let range): range
        }
    }
}
