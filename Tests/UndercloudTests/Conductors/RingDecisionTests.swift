import BareMetal
import Hardware
import Testing
import World

@testable import Undercloud

@Suite("Who is in the ring of conductors")
struct RingDecisionTests {
    private static func applying(_ host: HostAddress, life: Int = 1) -> ConductorRegistration {
        ConductorRegistration(host: host, scope: .group(""), life: life)
    }

    private static func admitted(_ host: HostAddress, _ term: Int) -> ConductorRegistration {
        var registration = applying(host)
        registration.standing = .admitted(Term(number: term))
        return registration
    }

    /// `a` in term 1 and `b` in term 2.
    private static let ring = ConductorRing.empty.admitting(applying("a")).admitting(applying("b"))

    private func decide(
        _ ring: ConductorRing, _ known: [ConductorRegistration],
        barring barred: [HostAddress] = [], silent: [HostAddress] = []
    ) -> RingDecision {
        RingDecision(
            ring, known, isEntitled: { !barred.contains($0) },
            isOver: { silent.contains($0.host) })
    }

    @Test("stays as it is while nobody applies and everybody is heard")
    func unchanged() {
        let decision = decide(Self.ring, [Self.admitted("a", 1), Self.admitted("b", 2)])
        #expect(decision.ring == nil)
        #expect(decision.registrations.isEmpty)
    }

    @Test("lets in who applies, each in a new term")
    func admission() {
        let known = [Self.applying("c"), Self.applying("d")]
        let decision = decide(Self.ring, known)
        #expect(decision.ring?.members.map(\.host) == ["a", "b", "c", "d"])
        #expect(decision.ring?.members.map(\.term.number) == [1, 2, 3, 4])
        #expect(decision.registrations.map(\.term?.number) == [3, 4])
    }

    @Test("gives a host that begins a new life a new term at once, however silent the old one was")
    func newLife() {
        let known = [Self.applying("a", life: 2), Self.admitted("b", 2)]
        let decision = decide(Self.ring, known, silent: ["a"])
        #expect(decision.ring?.members.map(\.term.number) == [3, 2])
        #expect(decision.evicted.isEmpty)
    }

    @Test("puts out who is silent, and ends what it may still write in the same change")
    func eviction() {
        let known = [Self.admitted("a", 1), Self.admitted("b", 2)]
        let decision = decide(Self.ring, known, silent: ["b"])
        #expect(decision.ring?.members.map(\.host) == ["a"])
        #expect(decision.registrations.map(\.host) == ["b"])
        #expect(decision.registrations.map(\.standing) == [.closed])
    }

    @Test("lets in nobody who is not meant to be a replica")
    func strangers() {
        let decision = decide(Self.ring, [Self.applying("x")], barring: ["x"])
        #expect(decision.ring == nil)
        #expect(decision.registrations.map(\.standing) == [.closed])
    }

    @Test("silences a conductor that is no longer meant to be one before its nodes move")
    func retirement() {
        let known = [Self.admitted("a", 1), Self.admitted("b", 2)]
        let first = decide(Self.ring, known, barring: ["b"])
        #expect(first.ring == nil)
        #expect(first.registrations.map(\.host) == ["b"])
        let second = decide(Self.ring, [known[0]] + first.registrations, silent: ["b"])
        #expect(second.ring?.members.map(\.host) == ["a"])
    }
}
