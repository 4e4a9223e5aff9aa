import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker prompt-takeover")
struct PromptTakeoverTests {
    private var checker = PromptTakeover()
    private var store = StoreScript()

    init() {
        _ = checker.show([
            store.commit(Sample.leadership(1, "a")), store.commit(Sample.ring(["a": 1, "b": 2])),
        ])
    }

    /// The leader lives on for so long, and of the conductors those whose beats are given.
    private mutating func pass(_ minutes: Int, _ beats: ConductorBeat...) -> Violation? {
        var found: Violation?
        for count in 0..<minutes * 3 {
            store.wait(.seconds(20))
            for beat in beats {
                found = found ?? checker.observe(store.commit(beat))
            }
            let beat = LeaseBeat(term: Term(number: 1), count: count)
            found = found ?? checker.observe(store.commit(beat))
        }
        return found
    }

    @Test("has nothing against conductors that live, nor against one that is evicted in time")
    mutating func lively() {
        #expect(pass(20, Sample.beat("a", 1), Sample.beat("b", 2)) == nil)
        #expect(pass(3, Sample.beat("a", 1)) == nil)
        _ = checker.observe(store.commit(Sample.ring(["a": 1], epoch: 2)))
        #expect(pass(20, Sample.beat("a", 1)) == nil)
    }

    @Test("sees a silent conductor that stays in the ring")
    mutating func silent() {
        #expect(pass(6, Sample.beat("a", 1))?.subject == "b")
    }

    @Test("gives a new leader its own time to see who is silent")
    mutating func newLeader() {
        #expect(pass(4, Sample.beat("a", 1)) == nil)
        _ = checker.observe(store.commit(Sample.leadership(2, "a")))
        #expect(pass(4, Sample.beat("a", 1)) == nil)
    }

    @Test("sees one that applies in vain, but not one that is turned away")
    mutating func applicants() {
        var applied = ConductorRegistration(host: "c", scope: .group(.standard), life: 1)
        _ = checker.observe(store.commit(applied))
        let (one, other) = (Sample.beat("a", 1), Sample.beat("b", 2))
        #expect(pass(4, one, other) == nil)
        #expect(pass(2, one, other)?.subject == "c")
        applied.standing = .closed
        _ = checker.observe(store.commit(applied))
        #expect(pass(10, one, other) == nil)
    }

    @Test("sees an orphan's lock that whoever manages the node leaves")
    mutating func orphans() {
        let locked = Sample.node("node-1", .deploying, lockedBy: Sample.lock("b/x#1", term: 2))
        _ = checker.show([
            store.commit(locked), store.commit(Sample.ring(["a": 1], epoch: 2)),
        ])
        #expect(pass(3, Sample.beat("a", 1)) == nil)
        #expect(pass(2, Sample.beat("a", 1))?.subject == "node-1")
        _ = checker.observe(store.commit(Sample.node("node-1", .deployFailed)))
        #expect(pass(20, Sample.beat("a", 1)) == nil)
    }
}
