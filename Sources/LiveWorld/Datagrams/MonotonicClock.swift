import Glibc

/// The time since it was made, which nobody can set.
struct MonotonicClock: Sendable {
    private let start = MonotonicClock.read()

    private static func read() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    var now: Duration { Self.read() - start }
}
