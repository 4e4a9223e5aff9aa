import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker one-lock-holder")
struct OneLockHolderTests {
    @Test("has nothing against a lock that is free in between, or broken when its term is over")
    func handedOn() {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.ring(["a": 1])), store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("a#1"))),
            store.commit(Sample.node()),
            store.commit(Sample.node("node-1", .verifying, lockedBy: Sample.lock("a#2"))),
            store.commit(Sample.ring(["b": 2])),
            store.commit(Sample.node("node-1", .verifying, lockedBy: Sample.lock("b#1", term: 2))),
            store.commit(Sample.node("node-1", .enroll)),
        ])
        #expect(violation == nil)
    }

    @Test("has nothing against an older conductor that locks after a newer one, while both live")
    func backAgain() {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.ring(["a": 1, "b": 2])), store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("b#1", term: 2))),
            store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("a#9", term: 1))),
        ])
        #expect(violation == nil)
    }

    @Test("sees a lock that is taken from a holder whose conductor lives", arguments: [1, 2])
    func taken(term: Int) {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.ring(["a": 1, "b": 2])),
            store.commit(Sample.node(lockedBy: Sample.lock("a#1"))),
            store.commit(Sample.node(lockedBy: Sample.lock("x#2", term: term))),
        ])
        #expect(violation?.message == "x#2 in term \(term) took the lock that a#1 in term 1 held")
    }

    @Test("sees a lock taken in a term that is over")
    func deposed() {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node()), store.commit(Sample.ring(["b": 3])),
            store.commit(Sample.node(lockedBy: Sample.lock("a#1", term: 2))),
        ])
        #expect(violation != nil)
    }

    @Test(
        "sees what an evicted holder writes, even if it only gives its lock back",
        arguments: [1, nil])
    func late(_ term: Int?) {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let lock = Sample.lock("a#1")
        let violation = checker.show([
            store.commit(Sample.ring(["a": 1])),
            store.commit(Sample.node("node-1", .verifying, lockedBy: lock)),
            store.commit(Sample.ring(["b": 2])),
            store.commit(Sample.node("node-1", .verifying, lockedBy: term.map { _ in lock })),
        ])
        #expect(violation?.subject == "node-1")
        #expect(violation?.message.hasPrefix("it was locked by a#1 in term 1") == true)
    }

    @Test("has nothing against locks that a handover copies as they are")
    func handedOver() {
        // Through the panel, which decodes what arrives encoded.
        var (panel, store) = (CheckerPanel([OneLockHolder()]), StoreScript())
        let locked = Sample.node(lockedBy: Sample.lock("a#1"))
        let ring = Sample.ring(["a": 1])
        let observations = [
            store.commit(ring), store.commit(locked), store.commit(ring.emptied),
            store.takeOver(
                [locked, ring.emptied], and: [Handover(checksum: "c", documents: 1)]),
            store.commit(Sample.ring(["b": 2]), to: StoreScript.undercloud),
            store.commit(
                Sample.node(lockedBy: Sample.lock("b#1", term: 2)), to: StoreScript.undercloud),
        ]
        #expect(observations.flatMap { panel.observe($0) } == [])
    }

    @Test("sees a state that changes without a lock")
    func unlocked() {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node()), store.commit(Sample.node("node-1", .verifying)),
        ])
        #expect(violation?.message == "it went from 'enroll' to 'verifying' without a lock")
    }

    @Test("sees a lock that outlasts the work", arguments: [ProvisionState.active, .deployWait])
    func kept(_ end: ProvisionState) {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let lock = Sample.lock("a#1")
        let violation = checker.show([
            store.commit(Sample.ring(["a": 1])), store.commit(Sample.node("node-1", .available)),
            store.commit(Sample.node("node-1", .deploying, lockedBy: lock)),
            store.commit(Sample.node("node-1", end, lockedBy: lock)),
        ])
        #expect(violation?.checker == "one-lock-holder")
    }

    @Test("sees a lock that is kept when what was asked for is answered")
    func answered() {
        for end in [nil, Sample.lock("a#1")] {
            var (checker, store) = (OneLockHolder(), StoreScript())
            let (lock, intent) = (Sample.lock("a#1"), Sample.intent("i", .manage))
            let violation = checker.show([
                store.commit(Sample.ring(["a": 1])),
                store.commit(Sample.node("node-1", .cleanFailed)),
                store.commit(Sample.node("node-1", .manageable, lockedBy: lock, intent: intent)),
                store.commit(Sample.node("node-1", .manageable, lockedBy: end)),
            ])
            #expect((violation != nil) == (end != nil))
        }
    }
}
