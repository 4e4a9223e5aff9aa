import Hardware
import Testing
import World

@testable import BareMetal

@Suite("A watch over states")
struct StateWatchTests {
    private static func at(_ seconds: Int64) -> Instant { .epoch + .seconds(seconds) }

    @Test("counts from the first look, for as long as the node stays as it is")
    func steady() {
        var watch = StateWatch()
        let node = RequestDecisionTests.node(.deployWait)
        for seconds in [10, 20, 500] as [Int64] {
            #expect(watch.since(node, now: Self.at(seconds)) == Self.at(10))
        }
        var other = node
        other.lastError = "it burns"
        other.powerState = .on
        #expect(watch.since(other, now: Self.at(600)) == Self.at(10))
    }

    @Test("counts anew from a new state, a new step, a new try and a new request")
    func changes() {
        let plan = StepCatalogue.standard.plan(.deploy)
        let changes: [(inout Node) -> Void] = [
            { $0.provisionState = .deploying },
            { $0.step = StepProgress(plan) },
            { $0.step?.attempts = 1 },
            { $0.step?.attempts = 2 },
            { $0.step?.advance() },
            {
                $0.intent = Intent(
                    identifier: Identifier(text: "new"), node: $0.name, verb: .deploy)
            },
        ]
        var watch = StateWatch()
        var node = RequestDecisionTests.node(.deployWait)
        #expect(watch.since(node, now: Self.at(1)) == Self.at(1))
        for (index, change) in changes.enumerated() {
            change(&node)
            let now = Self.at(100 * Int64(index + 1))
            #expect(watch.since(node, now: now) == now, "change \(index)")
            #expect(watch.since(node, now: now + .seconds(50)) == now, "change \(index)")
        }
    }
}
