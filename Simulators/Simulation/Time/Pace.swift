/// How a simulated world's clock follows a live one: as fast, or so many times faster.
///
/// It decides and waits for nothing. Whoever keeps pace has a live clock, and on one thread does
/// this again and again: it lets the world go on to ``moment(at:)`` of the live time it is
/// (``Simulator/run(to:)``), hands in what has come from outside, and then waits for more to come,
/// but no longer than ``wait(for:at:)`` for the world's next deadline
/// (``Simulator/nextDeadline``).
public struct Pace: Sendable, Hashable {
    /// Simulated seconds in a live one.
    public let acceleration: Double
    private let liveStart: Duration
    private let start: VirtualTime

    /// - Parameters:
    ///   - acceleration: above zero; 1 for real time.
    ///   - live: what the live clock shows now.
    ///   - moment: what the world's clock shows now.
    public init(acceleration: Double, live: Duration, moment: VirtualTime) {
        precondition(acceleration > 0 && acceleration.isFinite, "A clock that follows moves on.")
        self.acceleration = acceleration
        liveStart = live
        start = moment
    }

    /// How far the world has come when the live clock shows `live`.
    public func moment(at live: Duration) -> VirtualTime {
        start + max(live - liveStart, .zero) * acceleration
    }

    /// How long it takes from `live` on until the world comes to `deadline`; zero for a past one.
    public func wait(for deadline: VirtualTime, at live: Duration) -> Duration {
        max((deadline - start) / acceleration + liveStart - live, .zero)
    }
}
