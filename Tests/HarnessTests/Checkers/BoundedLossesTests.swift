import BareMetal
import Compute
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker bounded-losses")
struct BoundedLossesTests {
    /// A cloud of five servers of which some are taken for lost, one after the other.
    private func losing(_ count: Int, from state: ServerState = .active) -> Violation? {
        var (checker, store) = (BoundedLosses(), StoreScript())
        var observations = (0..<5).map {
            store.commit(Sample.server($0, on: NodeName("node-\($0)"), state))
        }
        observations += (0..<count).map {
            store.commit(Sample.server($0, on: NodeName("node-\($0)"), .evicting))
        }
        return checker.show(observations)
    }

    @Test("has nothing against two, nor against servers that never ran")
    func few() {
        #expect(losing(2) == nil)
        #expect(losing(5, from: .deploying) == nil)
    }

    @Test("counts a server that was lost until it runs again", arguments: [false, true])
    func replaced(_ runs: Bool) {
        var (checker, store) = (BoundedLosses(), StoreScript())
        let states: [ServerState] = [.active, .evicting, .unplaced, .deploying]
        var observations = [0, 1].flatMap { index in
            (states + (runs ? [.active] : [])).map {
                store.commit(Sample.server(index, on: NodeName("node-\(index)"), $0))
            }
        }
        observations += [ServerState.active, .evicting].map {
            store.commit(Sample.server(2, on: "node-2", $0))
        }
        #expect((checker.show(observations) == nil) == runs)
    }

    @Test("sees the third of a small cloud")
    func many() {
        #expect(losing(3)?.checker == "bounded-losses")
    }
}
