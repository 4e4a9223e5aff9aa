import BareMetal
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

    @Test("sees the third of a small cloud")
    func many() {
        #expect(losing(3)?.checker == "bounded-losses")
    }
}
