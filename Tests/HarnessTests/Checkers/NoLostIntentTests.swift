import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker no-lost-intent")
struct NoLostIntentTests {
    private let open = Sample.intent("a")
    private let done = Sample.intent("a", .deploy, on: "node-1", .done)

    private func begun(_ store: inout StoreScript) -> [Observation] {
        [
            store.commit(Sample.node("node-1", .available)),
            store.commit(Sample.node("node-1", .deploying, intent: open), open),
        ]
    }

    @Test("has nothing against an intent that is closed together with its work")
    func closed() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        let violation = checker.show(
            begun(&store) + [
                store.commit(Sample.node("node-1", .deployWait, intent: open)),
                store.commit(Sample.node("node-1", .active), done),
                store.commit(deleting: [DocumentKey(kind: Intent.kind, id: "a")]),
            ])
        #expect(violation == nil)
        #expect(checker.finish(at: store.now) == nil)
    }

    @Test("sees an intent that is deleted while it is under way")
    func deleted() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        let gone = store.commit(deleting: [DocumentKey(kind: Intent.kind, id: "a")])
        #expect(checker.show(begun(&store) + [gone]) != nil)
    }

    @Test("sees an intent that opens again")
    func reopened() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        #expect(checker.show([store.commit(open), store.commit(done), store.commit(open)]) != nil)
    }

    @Test("sees a node that ends its work with the intent open")
    func leftOpen() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        let left = begun(&store) + [store.commit(Sample.node("node-1", .active, intent: open))]
        #expect(checker.show(left) != nil)
    }

    @Test("has nothing against work that is held for an operator with the intent open")
    func held() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        let held = begun(&store) + [store.commit(Sample.node("node-1", .deployHold, intent: open))]
        #expect(checker.show(held) == nil)
    }

    @Test("sees a node that drops its intent, and one whose intent was never written down")
    func dropped() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        #expect(checker.show(begun(&store) + [store.commit(Sample.node("node-1", .active))]) != nil)
        var other = NoLostIntent()
        #expect(other.show([store.commit(Sample.node("node-1", .deploying, intent: open))]) != nil)
    }

    @Test("sees in the end what was never answered")
    func unanswered() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        #expect(checker.show(begun(&store)) == nil)
        #expect(checker.finish(at: store.now)?.subject == "node-1")
    }

    @Test("sees a store that comes back without what it had promised to keep")
    func brokenPromise() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        let begun = begun(&store)
        let recovery = store.commit(
            Sample.node("node-1", .available), deleting: [DocumentKey(kind: Intent.kind, id: "a")],
            cause: .recovery)
        #expect(checker.show(begun) == nil)
        #expect(checker.show([recovery])?.checker == "no-lost-intent")
    }

    @Test("sees a recovered store whose revision lies before what it had promised")
    func brokenRevision() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        let begun = begun(&store)
        #expect(checker.show(begun) == nil)
        let event = StoreEvent.recovered(StoreScript.seed, Revision(number: 1))
        #expect(checker.show([store.tell(event)]) != nil)
    }

    @Test("has nothing against the loss of what nobody was promised")
    func relaxed() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", .available)),
            store.commit(Sample.leadership(1, "a"), cause: .transaction(.relaxed)),
            store.commit(
                deleting: [DocumentKey(kind: "leadership", id: "leadership")], cause: .recovery),
            store.tell(StoreEvent.recovered(StoreScript.seed, Revision(number: 1))),
        ])
        #expect(violation == nil)
    }

    @Test("sees an intent that a loss of power may undo")
    func forgettable() {
        var (checker, store) = (NoLostIntent(), StoreScript())
        let violation = checker.show([
            store.commit(
                Sample.node("node-1", .deploying, intent: Sample.intent("a")), Sample.intent("a"),
                cause: .transaction(.relaxed))
        ])
        #expect(violation?.message == "'deploy' of node-1 was accepted, but may yet be forgotten")
    }

    @Test("sees a node that fails without saying why")
    func unexplained() {
        for reason in [nil, "", "the disk is full"] {
            var (checker, store) = (NoLostIntent(), StoreScript())
            var failed = Sample.node("node-1", .deployFailed)
            failed.lastError = reason
            failed.failures = 1
            let violation = checker.show([
                store.commit(Sample.node("node-1", .deploying)), store.commit(failed),
            ])
            #expect((violation == nil) == (reason == "the disk is full"), "\(reason ?? "nil")")
        }
    }

    @Test("sees a failure that does not count, and has nothing against an abort that does not")
    func uncounted() {
        for isAborted in [false, true] {
            var (checker, store) = (NoLostIntent(), StoreScript())
            var failed = Sample.node("node-1", .deployFailed)
            failed.lastError = "it was told to"
            var seen = [store.commit(Sample.node("node-1", .deploying))]
            if isAborted {
                let abort = Sample.intent("2", .abort)
                failed.intent = abort
                seen.append(store.commit(failed, abort))
            } else {
                seen.append(store.commit(failed))
            }
            #expect((checker.show(seen) == nil) == isAborted)
        }
    }
}
