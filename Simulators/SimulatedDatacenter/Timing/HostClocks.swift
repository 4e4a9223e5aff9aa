import Simulation

/// The clocks hosts come with.
enum HostClocks {
    /// How fast or slow a server's quartz runs at most, in parts per thousand million: ±50 ppm.
    private static let drift: ClosedRange<Int64> = -50_000...50_000
    /// How long a host's monotonic clock may have been running when the run begins.
    private static let uptime = 0.0...3600.0
    /// How far a host's date is from the true one at most, in seconds.
    private static let dateError = -2.0...2.0

    /// - Parameter date: the true one at virtual time zero, since 1970.
    static func make(
        _ seed: SeededGenerator, _ simulator: Simulator, date: Duration
    ) -> NodeClock {
        var generator = seed
        return NodeClock(
            simulator,
            offset: .seconds(Double.random(in: uptime, using: &generator)),
            driftPartsPerBillion: Int64.random(in: drift, using: &generator),
            date: .seconds(date / .seconds(1) + Double.random(in: dateError, using: &generator))
        )
    }
}
