import BareMetal
import Hardware
import Testing

@Suite("A plan of steps")
struct StepPlanTests {
    @Test("takes the higher priority first, then the higher interface, then the name")
    func order() {
        let plan = StepPlan([
            Step("c", .deploy, priority: 10, at: .agent),
            Step("b", .deploy, priority: 10, at: .agent),
            Step("raid", .raid, priority: 10, at: .agent),
            Step("power", .power, priority: 10, at: .conductor),
            Step("first", .raid, priority: 11, at: .agent),
        ])
        #expect(plan.steps.map(\.name) == ["first", "power", "b", "c", "raid"])
    }

    @Test("breaks ties by interface as Ironic does: vendor first and RAID last")
    func interfaces() {
        let interfaces: [StepInterface] = [
            .bios, .raid, .vendor, .deploy, .power, .firmware, .management,
        ]
        let plan = StepPlan(
            interfaces.map { Step(StepName("\($0)"), $0, priority: 1, at: .agent) })
        let expected: [StepInterface] = [
            .vendor, .power, .management, .firmware, .deploy, .bios, .raid,
        ]
        #expect(plan.steps.map(\.interface) == expected)
    }

    @Test("drops a step of priority 0")
    func switchedOff() {
        let plan = StepPlan([
            Step("off", .vendor, priority: 0, at: .agent),
            Step("on", .raid, priority: 1, at: .agent),
        ])
        #expect(plan.steps.map(\.name) == ["on"])
        #expect(plan["off"] == nil)
    }

    @Test("goes from each step to the next, and ends after the last")
    func walking() {
        var names: [StepName] = []
        var step = StepPlan.deploy.next(after: nil)
        while let next = step {
            names.append(next.name)
            step = StepPlan.deploy.next(after: next.name)
        }
        #expect(
            names == [
                .writeImage, .prepareInstanceBoot, .tearDownAgent, .switchToTenantNetwork,
                .bootInstance,
            ])
        #expect(StepPlan.deploy.next(after: "unheard of") == nil)
    }
}
