import Simulation

/// When a breaker opens: at once far above what it is made for, and by and by a little above it.
///
/// A circuit breaker after IEC 60898-1: below 1.13 times its rating it never opens; at 1.45 times
/// within the hour and at 2.55 times within a minute, because its bimetal warms with the square of
/// the current; at five times (type B) at once, by its magnet.
enum BreakerCurve {
    private static let conventional = 1.13
    private static let magnetic = 5.0
    /// Warmth, in seconds of excess, at which the bimetal lets go: 8 s at 2.55 times the rating.
    static let releaseHeat = 40.0
    /// The bimetal cools down within two minutes.
    private static let coolingPerSecond = 0.33

    /// Warmth gained in a second at a load, as a multiple of the rating; negative below.
    static func heating(at load: Double) -> Double {
        load > conventional
            ? load * load - conventional * conventional : -coolingPerSecond
    }

    /// How long until it opens if the load stays as it is; nil where it never does.
    static func remaining(at load: Double, heat: Double) -> Duration? {
        if load >= magnetic || heat >= releaseHeat { return .zero }
        let rate = heating(at: load)
        guard rate > 0 else { return nil }
        return .nanoseconds(Int64(((releaseHeat - heat) / rate * 1e9).rounded(.up)))
    }
}
