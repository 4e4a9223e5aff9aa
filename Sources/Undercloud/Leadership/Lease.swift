import BareMetal
import Synchronization
import World

/// A term that this replica leads, and until when it may act without a further renewal.
final class Lease: Sendable {
    let leadership: Stored<Leadership>
    /// Nanoseconds on this host's monotonic clock; read by everything that acts.
    private let validUntil: Atomic<Int64>
    private let clock: any WorldClock

    init(_ leadership: Stored<Leadership>, clock: any WorldClock, begunAt start: Instant) {
        self.leadership = leadership
        self.clock = clock
        validUntil = Atomic((start + LeaseLimits.validity).nanoseconds)
    }

    var term: Term { leadership.document.term }

    var isHeld: Bool { clock.now.nanoseconds < validUntil.load(ordering: .relaxed) }

    /// Extends the lease by a renewal that was begun at `start` and succeeded.
    ///
    /// One that has run out is over for good: those who act by it have stopped, and would not begin
    /// again.
    func renewed(at start: Instant) {
        guard isHeld else { return end() }
        validUntil.store((start + LeaseLimits.validity).nanoseconds, ordering: .relaxed)
    }

    /// Ends the lease at once: the term is over.
    func end() { validUntil.store(Int64.min, ordering: .relaxed) }

    var authority: Authority {
        let leadership = leadership
        return Authority(
            term: term, fenceKey: leadership.key,
            fencing: { $0.require(unchanged: leadership) }, holds: { self.isHeld })
    }
}
