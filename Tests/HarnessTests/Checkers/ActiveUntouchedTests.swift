import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker active-untouched")
struct ActiveUntouchedTests {
    static let deeds: [MachineEvent] = [
        .powerCommand("node-1", .off), .powerCommand("node-1", .softOff),
        .powerCommand("node-1", .reset), .powerCommand("node-1", .softReboot),
        .bootCommand("node-1", BootOverride(.network, .once)),
        .bootCommand("node-1", BootOverride(.network, .persistent)),
        .bootedRamdisk("node-1", kernel: "k", ramdisk: "r"),
        .writeStarted("node-1", disk: "/dev/sda", serial: "S", image: "d00d"),
        .erased("node-1", disk: "/dev/sda", serial: "A"),
    ]

    @Test("sees what is done to a node that is active", arguments: deeds)
    func done(_ deed: MachineEvent) {
        var (checker, store) = (ActiveUntouched(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", .active)), store.tell(deed, by: "seed/replica"),
        ])
        #expect(violation?.checker == "active-untouched")
    }

    @Test("has nothing against the same once tear-down was accepted", arguments: deeds)
    func asked(_ deed: MachineEvent) {
        var (checker, store) = (ActiveUntouched(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", .active)),
            store.commit(
                Sample.node("node-1", .deleting, intent: Sample.intent("a", .undeploy)),
                Sample.intent("a", .undeploy)),
            store.tell(deed),
        ])
        #expect(violation == nil)
    }

    /// A change of power, by its request, that a node's record shows as it is carried out.
    private func switchedOff(askedOf node: NodeName, late: Duration? = nil) -> Violation? {
        var (checker, store) = (ActiveUntouched(), StoreScript())
        var changing = Sample.node("node-1", .active)
        changing.targetPower = .off
        var seen = [
            store.commit(Sample.node("node-1", .active)),
            store.tell(OperatorEvent.powerAsked(node, .off)), store.commit(changing),
        ]
        if let late {
            seen.append(store.commit(Sample.node("node-1", .active)))
            store.wait(late)
        }
        seen.append(store.tell(MachineEvent.powerCommand("node-1", .off), by: "seed/replica"))
        return checker.show(seen)
    }

    @Test("has nothing against a change of power that an operator asked for, while it lasts")
    func switchedOffAsAsked() {
        #expect(switchedOff(askedOf: "node-1") == nil)
        #expect(switchedOff(askedOf: "node-1", late: .seconds(60)) == nil)
        #expect(switchedOff(askedOf: "node-1", late: .seconds(600)) != nil)
        #expect(switchedOff(askedOf: "node-2") != nil)
    }

    @Test("has nothing against what is done to another node, or does no harm")
    func harmless() {
        var (checker, store) = (ActiveUntouched(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", .active), Sample.node("node-2", .deploying)),
            store.tell(MachineEvent.powerCommand("node-2", .off)),
            store.tell(MachineEvent.powerCommand("node-1", .on)),
            store.tell(MachineEvent.bootCommand("node-1", BootOverride(.disk, .persistent))),
            store.tell(MachineEvent.power("node-1", .off)),
        ])
        #expect(violation == nil)
    }
}
