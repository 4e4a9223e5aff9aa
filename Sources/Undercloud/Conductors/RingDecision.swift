import BareMetal
import Hardware
import World

/// What becomes of the ring: who is let in, whose registration is closed, and who is out of it.
struct RingDecision: Equatable {
    /// Nil where it stays as it is.
    private(set) var ring: ConductorRing?
    /// What is to be written over registrations, by host.
    private(set) var registrations: [ConductorRegistration] = []
    private(set) var admitted: [ConductorMember] = []
    private(set) var evicted: [HostAddress] = []

    /// A conductor that is no longer meant to be one can write nothing from now on, and is out of
    /// the ring when it has been silent for long enough; until then nobody touches what it works
    /// on.
    ///
    /// - Parameters:
    ///   - isEntitled: whether a host is meant to be a replica.
    ///   - isOver: whether a member has been silent for longer than it may act.
    init(
        _ current: ConductorRing, _ known: [ConductorRegistration],
        isEntitled: (HostAddress) -> Bool, isOver: (ConductorMember) -> Bool
    ) {
        var next = current
        for registration in known {
            guard isEntitled(registration.host) else {
                if registration.standing != .closed { close(registration) }
                continue
            }
            guard registration.standing == .applied else { continue }
            next = next.admitting(registration)
            guard let member = next.member(on: registration.host) else { continue }
            admitted.append(member)
            write(registration, .admitted(member.term))
        }
        for member in current.members where isOver(member) {
            guard next.member(on: member.host)?.term == member.term else { continue }
            next = next.evicting(member.host)
            evicted.append(member.host)
            for registration in known where registration.term == member.term { close(registration) }
        }
        if next != current { ring = next }
    }

    private mutating func close(_ registration: ConductorRegistration) {
        guard !registrations.contains(where: { $0.host == registration.host }) else { return }
        write(registration, .closed)
    }

    private mutating func write(
        _ registration: ConductorRegistration, _ standing: ConductorRegistration.Standing
    ) {
        var changed = registration
        changed.standing = standing
        registrations.append(changed)
    }
}
