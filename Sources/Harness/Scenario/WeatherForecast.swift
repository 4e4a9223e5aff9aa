import World

/// The faults that a run's weather brings. The same chance brings the same ones.
public enum WeatherForecast {
    /// - Returns: faults that each begin at a time of their own, in that order.
    public static func faults(
        of weather: Weather, using chance: inout some RandomNumberGenerator
    ) -> [ScenarioFault] {
        var faults: [ScenarioFault] = []
        var moment = weather.stretch.lowerBound
        while faults.count < Weather.faultLimit {
            moment += pause(weather.interval, using: &chance)
            guard moment <= weather.stretch.upperBound else { break }
            let kind = weather.kinds[Int.random(in: weather.kinds.indices, using: &chance)]
            let drawn = duration(in: weather.lasting, using: &chance)
            faults.append(
                ScenarioFault(
                    kind: kind, target: weather.target, extent: .drawn(1), trigger: .at(moment),
                    duration: max(drawn, kind.leastDuration), line: weather.line))
        }
        return faults
    }

    /// What comes independently of what came before comes after exponential pauses.
    private static func pause(
        _ mean: Duration, using chance: inout some RandomNumberGenerator
    ) -> Duration {
        let share = Double.random(in: 0..<1, using: &chance)
        return .nanoseconds(Int64(-logarithm(1 - share) * Double(mean.nanoseconds)))
    }

    private static func duration(
        in range: ClosedRange<Duration>, using chance: inout some RandomNumberGenerator
    ) -> Duration {
        let bounds = range.lowerBound.nanoseconds...range.upperBound.nanoseconds
        return .nanoseconds(Int64.random(in: bounds, using: &chance))
    }

    /// The natural logarithm, by its series: the same to the last bit on every platform.
    private static func logarithm(_ value: Double) -> Double {
        let ratio = (value.significand - 1) / (value.significand + 1)
        var (sum, power) = (0.0, ratio)
        for odd in stride(from: 1.0, through: 41, by: 2) {
            sum += power / odd
            power *= ratio * ratio
        }
        return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
    }
}
