import BareMetal
import Hardware
import Testing

@Suite("A plan of steps")
struct StepPlanTests {
    private static func step(
        _ name: StepName, _ interface: StepInterface, _ priority: Int
    ) -> Step { Step(StepID(interface, name), priority: priority, at: .conductor) }

    @Test("takes the higher priority first, then the higher interface, then what was listed first")
    func order() {
        let plan = StepPlan(
            [
                Self.step("c", .deploy, 10), Self.step("b", .deploy, 10),
                Self.step("raid", .raid, 10), Self.step("power", .power, 10),
                Self.step("first", .raid, 11),
            ], for: .clean)
        #expect(plan.steps.map(\.name) == ["first", "power", "c", "b", "raid"])
    }

    @Test(
        "breaks ties of cleaning and deployment by interface: vendor first and RAID last",
        arguments: [StepKind.clean, .deploy])
    func interfaces(_ kind: StepKind) {
        #expect(
            kind.interfaces == [
                .vendor, .power, .management, .firmware, .deploy, .bios, .raid,
            ])
        let steps = kind.interfaces.reversed().map { Self.step(StepName("\($0)"), $0, 1) }
        #expect(StepPlan(steps, for: kind).steps.map(\.interface) == kind.interfaces)
    }

    @Test("puts the network before all other interfaces in a service")
    func service() {
        #expect(StepKind.service.interfaces == [.network] + StepKind.clean.interfaces)
        #expect(StepKind.service.rank(of: .network) == 8)
    }

    @Test("verifies in an order of its own: power first and rescue last")
    func verify() {
        #expect(
            StepKind.verify.interfaces == [
                .power, .management, .firmware, .inspect, .deploy, .boot, .bios, .raid, .vendor,
                .network, .storage, .console, .rescue,
            ])
    }

    @Test("drops a step of priority 0 that nobody asked for")
    func switchedOff() {
        let steps = [Self.step("off", .vendor, 0), Self.step("on", .raid, 1)]
        #expect(StepPlan(steps, for: .clean).steps.map(\.name) == ["on"])
    }

    @Test("keeps the order and the disabled steps that were asked for")
    func requested() {
        let steps = [Self.step("last", .raid, 0), Self.step("first", .vendor, 50)]
        let plan = StepPlan(requested: steps, for: .clean)
        #expect(plan.steps.map(\.name) == ["last", "first"])
        #expect(plan.origin == .request)
    }

    @Test("of requested steps needs the ramdisk only where one of them does")
    func ramdisk() {
        let outOfBand = Step(
            StepID(.bios, "factory_reset"), priority: 0, at: .conductor, ramdisk: .notRequired)
        let inBand = Step(.eraseDevicesMetadata, priority: 99, at: .agent)
        #expect(!StepPlan(requested: [outOfBand], for: .clean).usesRamdisk)
        #expect(StepPlan(requested: [outOfBand, inBand], for: .clean).usesRamdisk)
    }

    @Test("is walked from each step to the next, and each step begins anew")
    func walking() {
        var progress = StepProgress(
            StepPlan([Self.step("a", .power, 2), Self.step("b", .bios, 1)], for: .clean))
        progress.attempts = 3
        progress.isToAbort = true
        #expect(progress.step?.name == "a" && progress.hasBegun)
        progress.advance()
        #expect(progress.step?.name == "b" && !progress.hasBegun)
        #expect(progress.command == nil && progress.life == nil && progress.isToAbort)
        progress.advance()
        #expect(progress.step == nil)
    }
}
