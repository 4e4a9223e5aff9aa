import World

/// A clock on which every pause is over at once.
struct IdleClock: WorldClock {
    var now: Instant { .epoch }
    var wallTime: WallTime { WallTime(sinceEpoch: .zero) }

    func sleep(until deadline: Instant) async throws(Interruption) {}
}
