import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker one-leader")
struct OneLeaderTests {
    private let command = MachineEvent.powerCommand("node-1", .on)

    @Test("has nothing against terms that grow, over the handover too")
    func growing() {
        var (checker, store) = (OneLeader(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.leadership(1, "seed"), Sample.cloud()),
            store.tell(command, by: "seed/conductor"),
            store.commit(Sample.cloud(.handingOver), Sample.leadership(2, nil)),
            store.commit(
                Sample.cloud(.undercloud), Sample.leadership(2, nil),
                Handover(checksum: "c", documents: 1), to: StoreScript.undercloud),
            store.commit(Sample.leadership(3, "node-1"), to: StoreScript.undercloud),
            store.commit(Sample.cloud(.handedOver)),
            store.tell(command, by: "node-1/replica"),
        ])
        #expect(violation == nil)
    }

    @Test("sees a term with two holders, and one that goes back")
    func terms() {
        for next in [Sample.leadership(2, "b"), Sample.leadership(1, "a")] {
            var (checker, store) = (OneLeader(), StoreScript())
            let violation = checker.show([
                store.commit(Sample.leadership(2, "a")), store.commit(next),
            ])
            #expect(violation != nil, "\(next)")
        }
    }

    @Test("sees a command of somebody who does not lead", arguments: ["a/replica", "rogue"])
    func commands(_ source: String) {
        var (checker, store) = (OneLeader(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.leadership(1, "a")), store.commit(Sample.leadership(2, "b")),
            store.tell(command, by: source),
        ])
        #expect(violation?.subject == "node-1")
    }

    @Test("sees a command before anybody leads")
    func early() {
        var (checker, store) = (OneLeader(), StoreScript())
        let event = MachineEvent.bootCommand("node-1", BootOverride(.network, .once))
        #expect(checker.show([store.tell(event, by: "seed/conductor")]) != nil)
    }

    @Test("sees work on a store whose state is being handed over")
    func frozen() {
        var (checker, store) = (OneLeader(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.leadership(1, "seed"), Sample.node()),
            store.commit(Sample.cloud(.handingOver), Sample.leadership(2, nil)),
            store.commit(Sample.node("node-1", .verifying)),
        ])
        #expect(violation?.message == "node/node-1 changed after the state was handed over")
    }
}
