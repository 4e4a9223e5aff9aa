import World

/// The time since it was made, which nobody can set.
struct MonotonicClock: Sendable {
    private let start = LiveClock().now

    var now: Duration { LiveClock().now - start }
}
