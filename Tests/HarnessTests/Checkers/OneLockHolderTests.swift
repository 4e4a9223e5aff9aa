import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker one-lock-holder")
struct OneLockHolderTests {
    @Test("has nothing against a lock that is free in between, or broken in a later term")
    func handedOn() {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("a#1"))),
            store.commit(Sample.node()),
            store.commit(Sample.node("node-1", .verifying, lockedBy: Sample.lock("a#2"))),
            store.commit(Sample.leadership(2, "b")),
            store.commit(Sample.node("node-1", .verifying, lockedBy: Sample.lock("b#1", term: 2))),
            store.commit(Sample.node("node-1", .enroll)),
        ])
        #expect(violation == nil)
    }

    @Test("sees a lock that is taken from its holder in the same term")
    func taken() {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node(lockedBy: Sample.lock("a#1"))),
            store.commit(Sample.node(lockedBy: Sample.lock("a#2"))),
        ])
        #expect(violation?.message == "a#2 in term 1 took the lock that a#1 in term 1 held")
    }

    @Test("sees a lock of an older term after one of a newer")
    func backwards() {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node(lockedBy: Sample.lock("b#1", term: 2))),
            store.commit(Sample.node()),
            store.commit(Sample.node(lockedBy: Sample.lock("a#9", term: 1))),
        ])
        #expect(violation != nil)
    }

    @Test("sees a lock taken in a term that is over")
    func deposed() {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node()), store.commit(Sample.leadership(3, "b")),
            store.commit(Sample.node(lockedBy: Sample.lock("a#1", term: 2))),
        ])
        #expect(violation != nil)
    }

    @Test(
        "sees what a deposed holder writes, even if it only gives its lock back",
        arguments: [1, nil])
    func late(_ term: Int?) {
        var (checker, store) = (OneLockHolder(), StoreScript())
        let lock = Sample.lock("a#1")
        let violation = checker.show([
            store.commit(Sample.leadership(1, "a")),
            store.commit(Sample.node("node-1", .verifying, lockedBy: lock)),
            store.commit(Sample.leadership(2, "b")),
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
        let observations = [
            store.commit(Sample.leadership(1, "a")), store.commit(locked),
            store.commit(Sample.leadership(2, nil)),
            store.takeOver([locked], and: [Handover(checksum: "c", documents: 1)]),
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
            store.commit(Sample.node("node-1", .available)),
            store.commit(Sample.node("node-1", .deploying, lockedBy: lock)),
            store.commit(Sample.node("node-1", end, lockedBy: lock)),
        ])
        #expect(violation?.checker == "one-lock-holder")
    }
}
