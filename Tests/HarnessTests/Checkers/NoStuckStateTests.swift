import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker no-stuck-state")
struct NoStuckStateTests {
    /// Lets time pass in which the store is written to once a minute.
    private func beats(_ hours: Int, _ store: inout StoreScript) -> [Observation] {
        (0..<hours * 60).map { count in
            store.wait(.seconds(60))
            return store.commit(LeaseBeat(term: Term(number: 1), count: count))
        }
    }

    @Test(
        "sees a node that stays in a state that must end",
        arguments: [
            ProvisionState.deploying, .deployWait, .cleaning, .cleanWait, .inspecting, .verifying,
        ])
    func stuck(_ state: ProvisionState) {
        var (checker, store) = (NoStuckState(), StoreScript())
        let begun = store.commit(Sample.node("node-1", state))
        #expect(checker.show([begun] + beats(4, &store))?.subject == "node-1")
    }

    @Test("has nothing against a stay within the limit and the margin, nor against the next one")
    func moving() {
        var (checker, store) = (NoStuckState(), StoreScript())
        var seen: [Observation] = []
        for state in [ProvisionState.deploying, .deployWait, .deploying, .active] {
            seen.append(store.commit(Sample.node("node-1", state)))
            seen += beats(2, &store)
        }
        #expect(checker.show(seen + beats(10, &store)) == nil)
    }

    @Test("has nothing against a node that nobody can work on while the store is silent")
    func silent() {
        var (checker, store) = (NoStuckState(), StoreScript())
        let begun = store.commit(Sample.node("node-1", .deploying))
        store.wait(.seconds(36_000))
        #expect(checker.show([begun] + beats(1, &store)) == nil)
    }
}
