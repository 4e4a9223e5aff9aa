import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker legal-transition")
struct LegalTransitionTests {
    @Test("has nothing against any line of the services' table")
    func listed() {
        for transition in ProvisionTable.transitions {
            #expect(judge(transition.from, transition.to) == nil, "\(transition)")
        }
    }

    @Test("sees every other change of state")
    func unlisted() {
        let listed = ProvisionTable.transitions.map { [$0.from, $0.to] }
        for from in ProvisionState.allCases {
            for to in ProvisionState.allCases where from != to && !listed.contains([from, to]) {
                #expect(judge(from, to) != nil, "\(from) to \(to)")
            }
        }
    }

    @Test("sees a node that comes into being as something else than enroll")
    func born() {
        var (checker, store) = (LegalTransition(), StoreScript())
        #expect(checker.show([store.commit(Sample.node("node-1", .available))]) != nil)
    }

    private func judge(_ from: ProvisionState, _ to: ProvisionState) -> Violation? {
        var (checker, store) = (LegalTransition(), StoreScript())
        // How the node came to its first state is not the question here.
        _ = checker.show([store.commit(Sample.node("node-1", from))])
        return checker.show([store.commit(Sample.node("node-1", to))])
    }
}
