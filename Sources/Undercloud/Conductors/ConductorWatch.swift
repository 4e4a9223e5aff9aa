import BareMetal
import Hardware
import World

/// How long conductors have shown no sign of life, as far as one replica has seen by its own clock.
///
/// Every replica watches, so that whoever begins to lead knows at once who is gone.
struct ConductorWatch: Sendable {
    private struct Sight {
        let term: Term
        let beat: ConductorBeat?
        let since: Instant
    }

    private var sights: [HostAddress: Sight] = [:]

    /// Looks at the ring's members. One seen in a new term, or with a new sign of life, starts
    /// anew.
    mutating func look(at ring: ConductorRing, _ beats: [ConductorBeat], now: Instant) {
        for member in ring.members {
            let beat = beats.last { $0.host == member.host }
            if let sight = sights[member.host], sight.term == member.term, sight.beat == beat {
                continue
            }
            sights[member.host] = Sight(term: member.term, beat: beat, since: now)
        }
    }

    /// Whether a conductor has been silent for so long that it acts no more, nor does any
    /// controller carry out what it asked for last.
    func isOver(_ member: ConductorMember, now: Instant) -> Bool {
        guard let sight = sights[member.host], sight.term == member.term else { return false }
        return now - sight.since >= LeaseLimits.takeover
    }
}
