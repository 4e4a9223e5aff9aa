/// The clocks of one host, as one process sees them.
public protocol WorldClock: Sendable {
    /// The host's monotonic clock. It never jumps, but it may run fast or slow.
    var now: Instant { get }

    /// The host's idea of the date.
    var wallTime: WallTime { get }

    /// Waits until this host's monotonic clock shows `deadline`; a past one returns after letting
    /// others run.
    ///
    /// - Throws: ``Interruption`` if the task was cancelled or the process killed.
    func sleep(until deadline: Instant) async throws(Interruption)
}

extension WorldClock {
    public func sleep(for duration: Duration) async throws(Interruption) {
        try await sleep(until: now + duration)
    }
}
