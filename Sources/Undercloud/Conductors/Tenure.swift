import BareMetal
import World

/// A term in which this replica is a conductor, and until when it may act without a further sign of
/// life that the store has taken.
final class Tenure: Sendable {
    let registration: Stored<ConductorRegistration>
    let term: Term
    private let validity: LeaseValidity

    /// - Parameter start: when the first sign of life was begun that the store has taken.
    init(
        _ registration: Stored<ConductorRegistration>, term: Term, clock: any WorldClock,
        begunAt start: Instant
    ) {
        self.registration = registration
        self.term = term
        validity = LeaseValidity(clock: clock, begunAt: start)
    }

    var isHeld: Bool { validity.isHeld }
    func renewed(at start: Instant) { validity.renewed(at: start) }
    func end() { validity.revoke() }

    func authority(among ring: RingView) -> Authority {
        let registration = registration
        return Authority(
            term: term, fenceKey: registration.key,
            fencing: { $0.require(unchanged: registration) }, ring: ring,
            holds: { self.isHeld })
    }
}
