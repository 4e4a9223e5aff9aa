import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker one-leader")
struct OneLeaderTests {
    @Test("has nothing against terms that grow, over the handover too")
    func growing() {
        var (checker, store) = (OneLeader(), StoreScript())
        let violation = checker.show([
            store.commit(Sample.leadership(1, "seed"), Sample.cloud()),
            store.commit(Sample.cloud(.handingOver), Sample.leadership(2, nil)),
            store.commit(
                Sample.cloud(.undercloud), Sample.leadership(2, nil),
                Handover(checksum: "c", documents: 1), to: StoreScript.undercloud),
            store.commit(Sample.leadership(3, "node-1"), to: StoreScript.undercloud),
            store.commit(Sample.cloud(.handedOver)),
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
