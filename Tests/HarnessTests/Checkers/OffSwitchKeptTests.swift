import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker off-switch-kept")
struct OffSwitchKeptTests {
    private func node(_ offSwitch: OffSwitch) -> Node {
        var (node, particulars) = (Sample.node("node-1", .active), NodeParticulars())
        particulars.offSwitch = offSwitch
        node.particulars = particulars
        return node
    }

    private func verdict(_ offSwitch: OffSwitch, _ action: PowerAction) -> Violation? {
        var (checker, store) = (OffSwitchKept(), StoreScript())
        return checker.show([
            store.commit(node(offSwitch)),
            store.tell(MachineEvent.powerCommand("node-1", action)),
        ])
    }

    @Test("sees somebody switch off what may not be", arguments: [PowerAction.off, .softOff])
    func off(_ action: PowerAction) {
        #expect(verdict(.disabled, action)?.checker == "off-switch-kept")
    }

    @Test(
        "has nothing against restarts, nor against switching on",
        arguments: [PowerAction.reset, .softReboot, .on])
    func restarts(_ action: PowerAction) { #expect(verdict(.disabled, action) == nil) }

    @Test("has nothing against switching off any other", arguments: PowerAction.allCases)
    func others(_ action: PowerAction) { #expect(verdict(.usable, action) == nil) }

    @Test("has nothing against it once the node says otherwise")
    func released() {
        var (checker, store) = (OffSwitchKept(), StoreScript())
        let violation = checker.show([
            store.commit(node(.disabled)), store.commit(node(.usable)),
            store.tell(MachineEvent.powerCommand("node-1", .off)),
        ])
        #expect(violation == nil)
    }
}
