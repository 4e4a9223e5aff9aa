import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker orphaned-work")
struct OrphanedWorkTests {
    private static let dead = Sample.lock("a/deploy#1", term: 1)
    private static let living = Sample.lock("b/takeover#1", term: 2)

    /// A node whose lock is broken after its conductor died, and what becomes of it then.
    private func broken(
        _ state: ProvisionState, then next: [Node], after members: ConductorRing
    ) -> Violation? {
        var (checker, store) = (OrphanedWork(), StoreScript())
        var seen = [
            store.commit(Sample.ring(["a": 1, "b": 2])),
            store.commit(Sample.node("node-1", state, lockedBy: Self.dead)),
            store.commit(members),
            store.commit(Sample.node("node-1", state, lockedBy: Self.living)),
        ]
        seen += next.map { store.commit($0) }
        return checker.show(seen)
    }

    private func broken(_ state: ProvisionState, then next: Node...) -> Violation? {
        broken(state, then: next, after: Sample.ring(["b": 2], epoch: 2))
    }

    @Test(
        "has nothing against work that fails with its conductor",
        arguments: [
            (ProvisionState.deploying, ProvisionState.deployFailed), (.deleting, .error),
            (.verifying, .enroll), (.cleaning, .cleanFailed),
        ])
    func failed(_ work: ProvisionState, _ end: ProvisionState) {
        #expect(broken(work, then: Sample.node("node-1", end)) == nil)
    }

    @Test("sees work that is gone on with, handed to a ramdisk, done or left where it was")
    func kept() {
        for end: ProvisionState in [.active, .deployWait, .available] {
            #expect(broken(.deploying, then: Sample.node("node-1", end))?.subject == "node-1")
        }
        let left = broken(.deploying, then: Sample.node("node-1", .deploying))
        #expect(left?.message == "its conductor died while deploying, and it was left as it was")
    }

    @Test("has nothing to say of a wait, nor of a lock whose holder lives")
    func others() {
        #expect(broken(.deployWait, then: Sample.node("node-1", .deployWait)) == nil)
        let living = Sample.ring(["a": 1, "b": 2], epoch: 2)
        #expect(
            broken(.deploying, then: [Sample.node("node-1", .active)], after: living) == nil)
    }

    @Test("sees a wait that ends with the conductor that had the node locked")
    func waits() {
        var elsewhere = Sample.node("node-1", .deployWait)
        elsewhere.step = StepProgress(StepPlan(requested: [], for: .deploy))
        #expect(broken(.deployWait, then: elsewhere)?.subject == "node-1")
        let end = broken(.inspectWait, then: Sample.node("node-1", .inspectFailed))
        #expect(
            end?.message == "its conductor died while it was 'inspect wait', and it waits no more")
    }

    @Test("sees an abort that is taken for done though nobody cleared away after it")
    func aborted() {
        for (outcome, isSeen) in [
            (Intent.Outcome.done, true), (.failed(reason: "its conductor died"), false),
        ] {
            var (checker, store) = (OrphanedWork(), StoreScript())
            let intent = Sample.intent("i", .abort)
            let violation = checker.show([
                store.commit(Sample.ring(["a": 1, "b": 2])),
                store.commit(
                    Sample.node("node-1", .cleanFailed, lockedBy: Self.dead, intent: intent)),
                store.commit(Sample.ring(["b": 2], epoch: 2)),
                store.commit(
                    Sample.node("node-1", .cleanFailed, lockedBy: Self.living, intent: intent)),
                store.commit(
                    Sample.node("node-1", .cleanFailed),
                    Sample.intent("i", .abort, on: "node-1", outcome)),
            ])
            #expect((violation != nil) == isSeen)
        }
    }
}
