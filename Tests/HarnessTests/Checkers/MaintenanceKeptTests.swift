import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker maintenance-kept")
struct MaintenanceKeptTests {
    private static let byPerson = Maintenance(reason: "a person looks", fault: nil)
    private static let forPower = Maintenance(reason: "no answer", fault: .powerFailure)
    private static let forCleaning = Maintenance(reason: "no disk", fault: .cleanFailure)

    private static func node(
        _ state: ProvisionState, _ maintenance: Maintenance? = nil,
        lockedBy lock: Reservation? = nil, because reason: String? = nil
    ) -> Node {
        var node = Sample.node("node-1", state, lockedBy: lock)
        node.maintenance = maintenance
        node.lastError = reason
        return node
    }

    private func failingLooks(
        _ count: Int, every pause: Duration = .seconds(60), thenAnswered: Bool = false
    ) -> Violation? {
        var (checker, store) = (MaintenanceKept(), StoreScript())
        var seen = [store.commit(Self.node(.available))]
        for _ in 0..<count {
            store.wait(pause)
            seen.append(store.tell(ContactEvent.powerUntold("node-1")))
        }
        seen.append(store.commit(Self.node(.available, Self.forPower)))
        store.wait(.seconds(300))
        if thenAnswered { seen.append(store.tell(ContactEvent.powerTold("node-1", .off))) }
        var back = Self.node(.available)
        back.powerState = .off
        seen.append(store.commit(back))
        return checker.show(seen)
    }

    @Test("has nothing against three failed rounds, and an answer that ends what they began")
    func threeRounds() {
        #expect(failingLooks(3, thenAnswered: true) == nil)
    }

    @Test("sees a node set aside too soon", arguments: [0, 1, 2])
    func tooSoon(_ looks: Int) {
        #expect(failingLooks(looks, thenAnswered: true)?.message.hasPrefix("it was set") == true)
        #expect(failingLooks(5, every: .seconds(5), thenAnswered: true) != nil)
    }

    @Test("sees a node that is not set aside after three failed rounds, and none at work that is")
    func notSetAside() {
        func looks(_ count: Int, _ state: ProvisionState) -> Violation? {
            var (checker, store) = (MaintenanceKept(), StoreScript())
            var seen = [store.commit(Self.node(state))]
            for _ in 0..<count {
                store.wait(.seconds(60))
                seen.append(store.tell(ContactEvent.powerUntold("node-1")))
                seen.append(store.commit(Sample.node("node-2")))
            }
            return checker.show(seen)
        }
        #expect(looks(3, .available) == nil)
        #expect(
            looks(4, .available)?.message
                == "its controller failed 4 rounds in a row, and it is not set aside")
        #expect(looks(20, .deployWait) == nil)
    }

    @Test("sees a guess at a power that nobody can read")
    func guessed() {
        var (checker, store) = (MaintenanceKept(), StoreScript())
        var seen = [store.commit(Self.node(.available))]
        for _ in 0..<3 {
            store.wait(.seconds(60))
            seen.append(store.tell(ContactEvent.powerUntold("node-1")))
        }
        var node = Self.node(.available, Self.forPower)
        node.powerState = .off
        seen.append(store.commit(node))
        #expect(
            checker.show(seen)?.message
                == "its controller does not answer, and its power is recorded as 'off'")
    }

    @Test("sees a node taken back whose controller has not answered")
    func notAnswered() {
        #expect(
            failingLooks(3)?.message
                == "it was taken back though its controller does not answer")
    }

    @Test("sees a node that is not taken back though nothing is wrong any more")
    func notHealed() {
        var (checker, store) = (MaintenanceKept(), StoreScript())
        var seen = [store.commit(Self.node(.available))]
        seen.append(store.tell(MachineEvent.fault("node-1", .bmcSilent, .began)))
        for _ in 0..<3 {
            store.wait(.seconds(60))
            seen.append(store.tell(ContactEvent.powerUntold("node-1")))
        }
        seen.append(store.commit(Self.node(.available, Self.forPower)))
        for _ in 0..<30 {
            store.wait(.seconds(60))
            seen.append(store.commit(Sample.node("node-2")))
        }
        #expect(checker.show(seen) == nil)
        seen = [store.tell(MachineEvent.fault("node-1", .bmcSilent, .ended))]
        for _ in 0..<20 {
            store.wait(.seconds(60))
            seen.append(store.commit(Sample.node("node-2")))
        }
        #expect(checker.show(seen)?.subject == "node-1")
    }

    /// A node in maintenance, and what becomes of it in ten minutes.
    private func held(
        _ old: ProvisionState, by maintenance: Maintenance = byPerson, then node: Node
    ) -> Violation? {
        var (checker, store) = (MaintenanceKept(), StoreScript())
        var seen = [
            store.commit(Self.node(old)),
            store.tell(OperatorEvent.setAside("node-1")),
            store.commit(Self.node(old, maintenance)),
        ]
        store.wait(.seconds(600))
        seen.append(store.commit(node))
        return checker.show(seen)
    }

    @Test("sees what is placed on a node in maintenance")
    func placed() {
        var node = Self.node(.available, Self.byPerson)
        node.allocation = Identifier(text: "a-1")
        #expect(
            held(.available, then: node)?.message == "a-1 was placed on it in maintenance")
    }

    @Test("sees a node that is taken back without its power")
    func takenBackUnknown() {
        func takenBack(_ power: PowerState?) -> Violation? {
            var (checker, store) = (MaintenanceKept(), StoreScript())
            var node = Self.node(.available)
            node.powerState = power
            return checker.show([
                store.commit(Self.node(.available, Self.forPower)),
                store.tell(ContactEvent.powerTold("node-1", .off)), store.commit(node),
            ])
        }
        #expect(takenBack(.off) == nil)
        #expect(takenBack(nil)?.subject == "node-1")
    }

    @Test("sees a controller that is asked all the time though its node is set aside")
    func insistence() {
        func asked(every interval: Duration) -> Violation? {
            var (checker, store) = (MaintenanceKept(), StoreScript())
            var seen = [store.commit(Self.node(.available, Self.forPower))]
            for _ in 0..<6 {
                store.wait(interval)
                seen.append(store.tell(ContactEvent.powerUntold("node-1")))
            }
            return checker.show(seen)
        }
        #expect(asked(every: .seconds(300)) == nil)
        #expect(asked(every: .seconds(60))?.subject == "node-1")
    }

    @Test("sees a person's maintenance that the service ends")
    func endedByService() {
        #expect(
            held(.available, then: Self.node(.available))?.message
                == "it was taken back by nobody who had set it aside")
        var (checker, store) = (MaintenanceKept(), StoreScript())
        #expect(
            checker.show([
                store.commit(Self.node(.available)),
                store.tell(OperatorEvent.setAside("node-1")),
                store.commit(Self.node(.available, Self.byPerson)),
                store.tell(OperatorEvent.takenBack("node-1")),
                store.commit(Self.node(.available)),
            ]) == nil)
    }

    @Test("sees maintenance for no reason, for another, or for one that took its place")
    func wrongReasons() {
        var (checker, store) = (MaintenanceKept(), StoreScript())
        let plain = store.commit(Self.node(.available))
        #expect(checker.show([plain, store.commit(Self.node(.available, Self.byPerson))]) != nil)
        checker = MaintenanceKept()
        let forCleaning = Self.node(.available, Self.forCleaning)
        #expect(checker.show([plain, store.commit(forCleaning)]) != nil)
        #expect(held(.available, then: Self.node(.available, Self.forPower)) != nil)
    }

    @Test("sees a failed cleaning that sets nobody aside, or is forgotten by itself")
    func cleaning() {
        var (checker, store) = (MaintenanceKept(), StoreScript())
        let cleaning = store.commit(Self.node(.cleanWait))
        #expect(checker.show([cleaning, store.commit(Self.node(.cleanFailed))]) != nil)
        let failed = store.commit(Self.node(.cleanFailed, Self.forCleaning))
        checker = MaintenanceKept()
        #expect(checker.show([cleaning, failed, store.commit(Self.node(.cleanFailed))]) != nil)
        checker = MaintenanceKept()
        let update = Self.node(.cleanFailed, lockedBy: Sample.lock("a/update#1"))
        #expect(checker.show([cleaning, failed, store.commit(update)]) == nil)
    }

    @Test("sees what is begun, goes on, or is given up while a person has set the node aside")
    func disturbed() {
        let silence = "no word from the ramdisk for 30m while in wait call-back"
        #expect(held(.available, then: Self.node(.deploying, Self.byPerson)) != nil)
        #expect(held(.deployWait, then: Self.node(.deploying, Self.byPerson)) != nil)
        #expect(
            held(.deployWait, then: Self.node(.deployFailed, Self.byPerson, because: silence))
                != nil)
        #expect(held(.active, then: Self.node(.deleting, Self.byPerson)) == nil)
        #expect(
            held(.deployWait, then: Self.node(.deployFailed, Self.byPerson, because: "a fire"))
                == nil)
    }
}
