import BareMetal
import World

/// A term that this replica leads, and until when it may act without a further renewal.
final class Lease: Sendable {
    let leadership: Stored<Leadership>
    private let validity: LeaseValidity

    init(_ leadership: Stored<Leadership>, clock: any WorldClock, begunAt start: Instant) {
        self.leadership = leadership
        validity = LeaseValidity(clock: clock, begunAt: start)
    }

    var term: Term { leadership.document.term }

    var isHeld: Bool { validity.isHeld }

    /// Extends the lease by a renewal that was begun at `start` and succeeded.
    func renewed(at start: Instant) { validity.renewed(at: start) }

    /// Ends the lease at once: the term is over.
    func end() { validity.revoke() }
}
