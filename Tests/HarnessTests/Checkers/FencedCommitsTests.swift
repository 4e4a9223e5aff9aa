import BareMetal
import Compute
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker fenced-commits")
struct FencedCommitsTests {
    private static let node = DocumentKey(kind: Node.kind, id: "node-1")
    private static let ring = DocumentKey(kind: ConductorRing.kind, id: ConductorRing.onlyID)
    private static let leadership = DocumentKey(kind: Leadership.kind, id: Leadership.onlyID)
    private static let seat = DocumentKey(kind: ConductorRegistration.kind, id: "a")
    private static let otherSeat = DocumentKey(kind: ConductorRegistration.kind, id: "b")
    private static let locked = Sample.node(
        "node-1", .verifying, lockedBy: Sample.lock("a/x#1", term: 3))

    private var checker = FencedCommits()
    private var store = StoreScript()

    init() {
        _ = checker.show([
            store.commit(
                Self.registration("a", 3), Self.registration("b", 4), restingOn: [Self.leadership]),
            store.commit(Sample.node()),
        ])
    }

    private static func registration(_ host: HostAddress, _ term: Int) -> ConductorRegistration {
        var registration = ConductorRegistration(host: host, scope: .group(.standard), life: 1)
        registration.standing = .admitted(Term(number: term))
        return registration
    }

    private static func closed(_ host: HostAddress) -> ConductorRegistration {
        var registration = registration(host, 1)
        registration.standing = .closed
        return registration
    }

    @Test("sees a conductor that leaves the ring and could write on")
    mutating func openEnd() {
        let violation = checker.show([
            store.commit(Sample.ring(["a": 3]), restingOn: [Self.leadership, Self.ring])
        ])
        #expect(violation?.message == "it is out of the ring, and its registration is open")
    }

    @Test("sees a registration that is changed by somebody who has not read it")
    mutating func blindRegistration() {
        let again = Self.registration("a", 5)
        #expect(checker.show([store.commit(again, restingOn: [Self.seat])]) == nil)
        #expect(
            checker.show([store.commit(again, restingOn: [Self.leadership])])?.message
                == "its registration was changed by somebody who had not read it")
    }

    @Test("has nothing against what rests on the node, the term and the ring")
    mutating func rightful() {
        let violation = checker.show([
            store.commit(Self.locked, restingOn: [Self.node, Self.seat, Self.ring]),
            store.commit(Self.locked, restingOn: [Self.node, Self.seat]),
            store.commit(Sample.node("node-1", .manageable), restingOn: [Self.node, Self.seat]),
            store.commit(
                Sample.node("node-1", .manageable), restingOn: [Self.node, Self.otherSeat]),
            store.commit(
                Sample.node("node-1", .manageable), restingOn: [Self.node, Self.leadership]),
            store.commit(Sample.beat("a", 3), restingOn: [Self.seat]),
            store.commit(Sample.server(), restingOn: [Self.leadership]),
            store.commit(Sample.ring(["a": 3, "b": 4]), restingOn: [Self.leadership, Self.ring]),
            store.commit(
                Sample.ring(["a": 3], epoch: 2), Self.closed("b"),
                restingOn: [Self.leadership, Self.ring, Self.otherSeat]),
        ])
        #expect(violation == nil)
    }

    @Test(
        "sees a lock that is taken without resting on the node, the term or the ring",
        arguments: [[node, ring], [node, seat], [seat, ring], [node, otherSeat, ring]])
    mutating func lock(keys: [DocumentKey]) {
        #expect(checker.show([store.commit(Self.locked, restingOn: keys)])?.subject == "node-1")
    }

    @Test(
        "sees work that does not rest on its conductor's term",
        arguments: [[node], [seat], [node, otherSeat], [node, leadership]])
    mutating func work(keys: [DocumentKey]) {
        let violation = checker.show([
            store.commit(Self.locked, restingOn: [Self.node, Self.seat, Self.ring]),
            store.commit(Sample.node("node-1", .manageable), restingOn: keys),
        ])
        #expect(violation?.subject == "node-1")
    }

    @Test("sees a change of an unlocked node that rests on nobody's term")
    mutating func unlocked() {
        #expect(checker.show([store.commit(Sample.node(), restingOn: [Self.node])]) != nil)
    }

    @Test("sees servers and a ring that rest on nobody's leadership")
    mutating func leaders() {
        #expect(checker.show([store.commit(Sample.server())])?.subject == Sample.server().id)
        #expect(checker.show([store.commit(Sample.ring(["a": 3]), restingOn: [Self.ring])]) != nil)
    }

    @Test("sees a sign of life that does not rest on its term", arguments: [[], [otherSeat]])
    mutating func beats(keys: [DocumentKey]) {
        #expect(checker.show([store.commit(Sample.beat("a", 3), restingOn: keys)]) != nil)
    }

    @Test("takes a handover, and what a store comes back with, for no change of anybody's")
    mutating func others() {
        let marker = Handover(checksum: "x", documents: 1)
        let violation = checker.show([
            store.takeOver([Self.locked], and: [marker]),
            store.commit(Sample.node(), to: StoreScript.undercloud, cause: .recovery),
        ])
        #expect(violation == nil)
    }
}
