import Synchronization
import World

/// Until when something may be done without a further renewal, by this host's own clock.
final class LeaseValidity: Sendable {
    /// Nanoseconds on this host's monotonic clock; read by everything that acts.
    private let end: Atomic<Int64>
    private let clock: any WorldClock

    init(clock: any WorldClock, begunAt start: Instant) {
        self.clock = clock
        end = Atomic((start + LeaseLimits.validity).nanoseconds)
    }

    var isHeld: Bool { clock.now.nanoseconds < end.load(ordering: .relaxed) }

    /// Extends it by a renewal that was begun at `start` and succeeded.
    ///
    /// One that has run out is over for good: those who act by it have stopped, and would not begin
    /// again.
    func renewed(at start: Instant) {
        guard isHeld else { return revoke() }
        end.store((start + LeaseLimits.validity).nanoseconds, ordering: .relaxed)
    }

    /// Ends it at once.
    func revoke() { end.store(Int64.min, ordering: .relaxed) }
}
