import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker operators-nodes")
struct OperatorsNodesTests {
    private static func node(_ number: Int, _ verb: ProvisionVerb) -> Node {
        let intent = Intent(identifier: Identifier(text: "\(number)"), node: "node-1", verb: verb)
        return Sample.node("node-1", .manageable, intent: intent)
    }

    /// What the checker says, after an operator had asked to manage the node.
    private static func judge(
        _ show: (inout StoreScript) -> [Observation], isAnswered: Bool = true
    ) -> Violation? {
        var (checker, store) = (OperatorsNodes(), StoreScript())
        let first = [
            store.commit(node(1, .provide)), store.tell(OperatorEvent.asks(.manage, "node-1")),
            store.commit(node(2, .manage)),
        ]
        let answer = isAnswered ? [store.tell(OperatorEvent.answered(.manage, "node-1"))] : []
        return checker.show(first + answer + show(&store))
    }

    @Test("sees work begin that the operator who has the node did not ask for")
    func takenBack() {
        for verb in [ProvisionVerb.provide, .manage, .inspect, .deploy] {
            let violation = Self.judge { [$0.commit(Self.node(3, verb))] }
            #expect(violation?.checker == "operators-nodes", "\(verb)")
        }
    }

    @Test("has nothing against what its operator asks for, each time once")
    func asked() {
        let cleaned = Self.judge {
            [
                $0.tell(OperatorEvent.asks(.clean, "node-1")), $0.commit(Self.node(3, .clean)),
                $0.commit(Self.node(3, .clean)),
            ]
        }
        #expect(cleaned == nil)
        let again = Self.judge {
            [
                $0.tell(OperatorEvent.asks(.clean, "node-1")), $0.commit(Self.node(3, .clean)),
                $0.commit(Self.node(4, .clean)),
            ]
        }
        #expect(again != nil)
    }

    @Test("has nothing against anything once its operator asks for it to be provided")
    func givenBack() {
        let violation = Self.judge {
            [
                $0.tell(OperatorEvent.asks(.provide, "node-1")), $0.commit(Self.node(3, .provide)),
                $0.commit(Self.node(4, .manage)), $0.commit(Self.node(5, .provide)),
            ]
        }
        #expect(violation == nil)
    }

    @Test("has nothing against the service where the operator was not told, or has another node")
    func notHeld() {
        let untold = Self.judge({ [$0.commit(Self.node(3, .provide))] }, isAnswered: false)
        #expect(untold == nil)
        var (checker, store) = (OperatorsNodes(), StoreScript())
        let other = checker.show([
            store.tell(OperatorEvent.asks(.manage, "node-2")),
            store.tell(OperatorEvent.answered(.manage, "node-2")),
            store.commit(Self.node(3, .provide)),
        ])
        #expect(other == nil)
    }
}
