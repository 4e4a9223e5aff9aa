import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker patient-work")
struct PatientWorkTests {
    private static let lock = Sample.lock("a/clean#1")

    private static func failed(_ reason: String, _ state: ProvisionState = .cleanFailed) -> Node {
        var node = Sample.node("node-1", state)
        node.lastError = reason
        return node
    }

    /// Work on a node, and what is seen before it fails.
    private struct Work {
        var checker = PatientWork()
        var store = StoreScript()
        var found: Violation?

        init(_ state: ProvisionState = .cleaning, by lock: Reservation = PatientWorkTests.lock) {
            store.wait(.seconds(3600))
            found = checker.show([
                store.commit(Sample.ring(["a": 1])), store.commit(Sample.node("node-1", state)),
            ])
            pass(.seconds(7200))
            show(store.commit(Sample.node("node-1", state, lockedBy: lock)))
        }

        mutating func show(_ observation: Observation) {
            let next = checker.observe(observation)
            found = found ?? next
        }

        mutating func pass(_ duration: Duration) {
            for _ in 0..<Int(duration / .seconds(20)) {
                store.wait(.seconds(20))
                show(store.commit(Sample.beat("a", 1)))
            }
        }

        mutating func look(_ told: PowerState?) {
            let next = checker.observe(
                PowerLook(
                    machine: "node-1", asker: "a", began: store.now, at: store.now, told: told))
            found = found ?? next
        }

        mutating func command() {
            show(store.tell(MachineEvent.powerCommand("node-1", .off), by: "a/replica"))
        }
    }

    @Test("sees a change of power that is given up after fewer than four tries", arguments: 1...4)
    func powerTries(_ count: Int) {
        var work = Work()
        for _ in 0..<count {
            work.command()
            work.pass(.seconds(60))
        }
        let reason = "the machine did not go off though asked \(count) times"
        work.show(work.store.commit(Self.failed(reason)))
        #expect((work.found != nil) == (count < 4))
    }

    @Test("sees tries that follow one another too soon")
    func powerSpan() {
        var work = Work()
        for _ in 0..<4 { work.command() }
        work.show(
            work.store.commit(Self.failed("the machine did not go off though asked 4 times")))
        #expect(work.found?.message.contains("was told 4 times in") == true)
    }

    @Test("sees a controller that is given up after fewer than five calls", arguments: 1...5)
    func calls(_ count: Int) {
        var work = Work()
        for _ in 0..<count { work.look(nil) }
        work.show(
            work.store.commit(
                Self.failed(
                    "reading the power state: the controller did not answer within 20 s")))
        #expect((work.found != nil) == (count < 5))
    }

    @Test("sees a controller that is asked without end")
    func insistence() {
        var work = Work()
        for _ in 0..<60 { work.look(nil) }
        #expect(work.found?.message.hasSuffix("and never answered") == true)
    }

    @Test("sees work that is broken off for its length too soon", arguments: [300, 2980])
    func length(_ seconds: Int) {
        var work = Work()
        work.pass(.seconds(seconds))
        work.show(
            work.store.commit(
                Self.failed("reading the power state: the work takes longer than it may")))
        #expect((work.found != nil) == (seconds < 2000))
    }

    @Test("has nothing against an operator whose patience is shorter")
    func hurried() {
        var work = Work(.active, by: Sample.lock("a/power off#1"))
        work.pass(.seconds(60))
        work.show(
            work.store.commit(
                Self.failed(
                    "the change failed: reading the power state: the work takes longer than it may",
                    .active)))
        #expect(work.found == nil)
    }

    @Test("sees a lock that is held for longer than its holder may work")
    func lock() {
        for (state, longest) in [(ProvisionState.cleaning, 4100), (.active, 1600)] {
            var work = Work(state)
            work.pass(.seconds(longest - 200))
            #expect(work.found == nil, "\(state)")
            work.pass(.seconds(300))
            #expect(work.found?.message.contains("has had it locked in") == true, "\(state)")
        }
    }

    @Test("sees work that is written off for a store that was never away")
    func store() {
        var work = Work()
        work.show(work.store.commit(Self.failed("the store was away while it was worked on")))
        #expect(work.found != nil)
    }
}
