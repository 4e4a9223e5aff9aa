import Hardware
import Testing
import World

@testable import BareMetal

@Suite("When machines are started")
struct StartPlanTests {
    private static let budget = StartBudget(atOnce: 3, window: .seconds(10))

    @Test("no more of a rack fall in one window than its budget allows", arguments: 1...20)
    func window(step: Int64) {
        var plan = StartPlan(Self.budget)
        let moments = (0..<100).map { index in
            plan.take(on: "rack-1", now: .epoch + .milliseconds(Int64(index) * step * 100))
        }
        for (first, fourth) in zip(moments, moments.dropFirst(3)) {
            #expect(fourth - first >= .seconds(10))
        }
        #expect(moments == moments.sorted())
    }

    @Test("nobody waits while there is room")
    func room() {
        var plan = StartPlan(Self.budget)
        for second in stride(from: Int64(0), to: 100, by: 4) {
            let now = Instant.epoch + .seconds(second)
            #expect(plan.take(on: "rack-1", now: now) == now)
        }
    }

    @Test("racks do not wait for each other, and machines of no known rack for one another only")
    func racks() {
        var plan = StartPlan(Self.budget)
        for _ in 0..<3 { #expect(plan.take(on: "rack-1", now: .epoch) == .epoch) }
        #expect(plan.take(on: "rack-2", now: .epoch) == .epoch)
        for _ in 0..<3 { #expect(plan.take(on: nil, now: .epoch) == .epoch) }
        #expect(plan.take(on: nil, now: .epoch) == .epoch + .seconds(10))
        #expect(plan.take(on: "rack-1", now: .epoch) == .epoch + .seconds(10))
    }

    @Test("what is known of a breaker decides how many come on at once")
    func fitting() {
        func atOnce(_ limit: Double, machines: Int) -> Int {
            StartBudget.fitting(
                Watts(limit), machines: machines, running: Watts(400), inrush: Watts(1000),
                lasting: .seconds(4)
            ).atOnce
        }
        #expect(atOnce(10_000, machines: 10) == 6)
        #expect(atOnce(10_000, machines: 2) == 12)
        #expect(atOnce(1000, machines: 10) == 1)
    }
}
