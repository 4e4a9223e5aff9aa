import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker callback-timing")
struct CallbackTimingTests {
    private static let silence = "no word from the ramdisk for 30m while in wait call-back"
    private static let slowness = "the ramdisk was not done in 1h 30m while in wait call-back"

    private static func node(
        _ state: ProvisionState, because reason: String? = nil, lockedBy lock: Reservation? = nil
    ) -> Node {
        var node = Sample.node("node-1", state, lockedBy: lock, intent: Sample.intent("1"))
        node.lastError = reason
        return node
    }

    /// A node that waits, is heard after some times, and is given up after another.
    private func giveUp(
        heard: [Duration] = [], after rest: Duration, because reason: String = silence,
        in state: ProvisionState = .deployWait, cause: StoreCommit.Cause = .transaction(.durable)
    ) -> Violation? {
        var (checker, store) = (CallbackTiming(), StoreScript())
        let failure: ProvisionState = state == .inspectWait ? .inspectFailed : .deployFailed
        var seen = [store.commit(Self.node(.deploying))]
        seen.append(store.commit(Self.node(state), cause: cause))
        for time in heard {
            store.wait(time)
            seen.append(store.tell(ContactEvent.ramdiskHeard("node-1")))
        }
        store.wait(rest)
        seen.append(store.commit(Self.node(state, lockedBy: Sample.lock("a/timeout#1"))))
        store.wait(.seconds(200))
        seen.append(store.commit(Self.node(failure, because: reason)))
        return checker.show(seen)
    }

    @Test("has nothing against a ramdisk that is given up after half an hour of silence")
    func inTime() {
        #expect(giveUp(after: .seconds(1860)) == nil)
        #expect(giveUp(heard: [.seconds(900), .seconds(900)], after: .seconds(1830)) == nil)
    }

    @Test("sees a ramdisk that is given up too soon, counted from its last word")
    func tooSoon() {
        #expect(
            giveUp(after: .seconds(300))?.message
                == "it was given up for silence 5 min after the last word")
        #expect(giveUp(heard: [.seconds(1500)], after: .seconds(330)) != nil)
        #expect(giveUp(after: .seconds(5), because: "it is on fire") == nil)
    }

    @Test("does not take heartbeats for the inventory that a ramdisk owes")
    func inspection() {
        #expect(giveUp(heard: [.seconds(1500)], after: .seconds(330), in: .inspectWait) == nil)
    }

    @Test("sees a step that is given too little time")
    func slowStep() {
        #expect(
            giveUp(heard: [.seconds(600)], after: .seconds(60), because: Self.slowness)?.message
                == "its ramdisk was given 11 min for a step")
        let beats = [Duration](repeating: .seconds(600), count: 9)
        #expect(giveUp(heard: beats, after: .seconds(60), because: Self.slowness) == nil)
    }

    @Test("forgives what was not seen: a store that went back")
    func recovery() {
        #expect(giveUp(after: .seconds(10), cause: .recovery) == nil)
    }

    /// A node that waits while others are written every minute.
    private func wait(
        minutes: Int, heardEvery beat: Int? = nil, _ node: Node = node(.deployWait),
        ringAt ring: Int? = nil
    ) -> Violation? {
        var (checker, store) = (CallbackTiming(), StoreScript())
        var seen = [store.commit(Self.node(.deploying)), store.commit(node)]
        for minute in 1...minutes {
            store.wait(.seconds(60))
            seen.append(store.commit(Sample.node("node-2")))
            if let beat, minute % beat == 0 {
                seen.append(store.tell(ContactEvent.ramdiskHeard("node-1")))
            }
            if minute == ring { seen.append(store.commit(Sample.ring(["a": 1]))) }
        }
        return checker.show(seen)
    }

    @Test("sees a ramdisk that nobody gives up")
    func tooLate() {
        #expect(wait(minutes: 36) == nil)
        #expect(
            wait(minutes: 40)?.message
                == "it waits for a ramdisk that has said nothing for too long")
        #expect(wait(minutes: 80, heardEvery: 5) == nil)
        #expect(
            wait(minutes: 100, heardEvery: 5)?.message
                == "it waits too long for the end of a step")
    }

    @Test("lets a wait last longer after a change of the ring, and while nobody may end it")
    func patience() {
        #expect(wait(minutes: 60, ringAt: 25) == nil)
        #expect(wait(minutes: 70, ringAt: 25) != nil)
        var setAside = Self.node(.deployWait)
        setAside.maintenance = Maintenance(reason: "a person looks", fault: nil)
        #expect(wait(minutes: 200, setAside) == nil)
        #expect(wait(minutes: 200, Self.node(.deployWait, lockedBy: Sample.lock("a#1"))) == nil)
    }
}
