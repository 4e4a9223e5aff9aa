import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker power-as-asked")
struct PowerAsAskedTests {
    private static func node(
        _ target: PowerState?, error: String? = nil, isLocked: Bool = true
    ) -> Node {
        var node = Sample.node(
            "node-1", .active, lockedBy: isLocked ? Sample.lock("a/power#1") : nil)
        node.targetPower = target
        node.lastError = error
        return node
    }

    /// A machine that is on, whose power is changed for a while, and what the record says then.
    private func changed(
        asked request: PowerRequest?, to target: PowerState, _ events: [MachineEvent],
        for time: Duration = .seconds(20), then end: Node = node(nil, isLocked: false),
        recording recorded: PowerState? = nil
    ) -> Violation? {
        var (checker, store, end) = (PowerAsAsked(), StoreScript(), end)
        end.powerState = recorded ?? target
        var seen = [
            store.commit(Self.node(nil, isLocked: false)),
            store.tell(MachineEvent.power("node-1", .on)),
        ]
        store.wait(.seconds(3600))
        if let request { seen.append(store.tell(OperatorEvent.powerAsked("node-1", request))) }
        seen.append(store.commit(Sample.node("node-2")))
        store.wait(.seconds(1))
        seen.append(store.commit(Self.node(target)))
        seen += events.map { store.tell($0) }
        let over = store.now + time
        while store.now < over {
            store.wait(.seconds(10))
            seen.append(store.commit(Sample.node("node-2")))
        }
        seen.append(store.commit(end))
        return checker.show(seen)
    }

    private static let off = MachineEvent.power("node-1", .off)
    private static let on = MachineEvent.power("node-1", .on)

    @Test("has nothing against changes that do what was asked")
    func done() {
        #expect(changed(asked: .off, to: .off, [Self.off]) == nil)
        #expect(changed(asked: .reboot, to: .on, [Self.off, Self.on]) == nil)
        #expect(changed(asked: nil, to: .on, [Self.off, Self.on]) == nil)
        #expect(changed(asked: .softOff, to: .off, [Self.off], for: .seconds(500)) == nil)
    }

    @Test("sees one that ended, and did not do it")
    func undone() {
        #expect(changed(asked: .off, to: .off, [])?.subject == "node-1")
        #expect(changed(asked: .reboot, to: .on, [Self.off])?.subject == "node-1")
        #expect(
            changed(asked: .reboot, to: .on, [])?.message
                == "'rebooting' ended, and its machine was never off")
    }

    @Test("sees one that failed, unless something was wrong")
    func failed() {
        let end = Self.node(nil, error: "it took too long", isLocked: false)
        #expect(changed(asked: .off, to: .off, [], then: end)?.subject == "node-1")
        let fault = MachineEvent.fault("node-1", .bmcForgets, .began)
        #expect(changed(asked: .off, to: .off, [fault], then: end) == nil)
    }

    @Test("sees one that was not done, and whose record does not say why, whatever was wrong")
    func silent() {
        let fault = MachineEvent.fault("node-1", .bmcForgets, .began)
        #expect(
            changed(asked: .off, to: .off, [fault], recording: .on)?.message
                == "'power off' ended without having been done, and nothing says why")
        let end = Self.node(nil, error: "the controller forgets", isLocked: false)
        #expect(changed(asked: .off, to: .off, [fault], then: end, recording: .on) == nil)
    }

    @Test("sees one that goes on for too long, and one that nobody asked for or has locked")
    func strange() {
        #expect(changed(asked: .off, to: .off, [], for: .seconds(400))?.subject == "node-1")
        #expect(changed(asked: .softOff, to: .off, [], for: .seconds(900))?.subject == "node-1")
        #expect(changed(asked: nil, to: .off, [Self.off])?.subject == "node-1")
        let unlocked = Self.node(.off, isLocked: false)
        #expect(changed(asked: .off, to: .off, [], then: unlocked)?.subject == "node-1")
    }

    @Test("sees a request that is never begun")
    func forgotten() {
        var (checker, store) = (PowerAsAsked(), StoreScript())
        _ = checker.show([
            store.commit(Self.node(nil, isLocked: false)),
            store.tell(OperatorEvent.powerAsked("node-1", .off)),
        ])
        #expect(checker.finish(at: store.now + .seconds(600)) == nil)
        #expect(checker.finish(at: store.now + .seconds(3600))?.subject == "node-1")
    }
}
