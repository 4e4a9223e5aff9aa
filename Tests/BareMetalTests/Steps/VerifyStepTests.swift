import BareMetal
import Hardware
import Simulation
import Testing
import World

@Suite("Verify steps")
struct VerifyStepTests {
    /// What a verification met and how it ended.
    private struct Ending: Sendable {
        let taken: [StepName]
        let node: Node
        let outcome: Intent.Outcome?
    }

    private static func verify(
        _ steps: [(StepInterface, StepName, Int)], _ priorities: [StepID: Int] = [:],
        outcome: StepOutcome = .done, failing: Set<StepName> = []
    ) throws -> Ending {
        let bench = Bench()
        return try bench.run {
            let taken = Confined<[StepName]>(bench.simulator, [])
            let drivers = steps.map { interface, name, priority in
                DriverStep(
                    StepDefinition(
                        StepID(interface, name), priority: priority, at: .conductor,
                        ramdisk: .notRequired),
                    for: [.verify],
                    work: { (context) async throws(DriverStep.Failure) in
                        taken.write { $0.append(context.step.name) }
                        if failing.contains(context.step.name) {
                            throw DriverStep.Failure("the \(context.step.name) is broken")
                        }
                        return outcome
                    })
            }
            var options = ConductorOptions()
            options.steps.verifyPriorities = priorities
            try await bench.enrol()
            let station = try await bench.startStation(term: 1, options: options, drivers: drivers)
            try await bench.open(station)
            try await station.conductor.request(.manage, of: "node-1")
            try await bench.wait(upTo: .seconds(600), for: "the verification to end") {
                bench.node.reservation == nil && bench.node.intent == nil
            }
            return Ending(
                taken: taken.read { $0 }, node: bench.node, outcome: bench.intents.first?.outcome)
        }
    }

    @Test("are taken before the node is manageable, by priority and then in an order of their own")
    func order() throws {
        let ending = try Self.verify([
            (.vendor, "vendor", 10), (.bios, "bios", 10), (.rescue, "rescue", 10),
            (.power, "power", 10), (.raid, "raid", 10), (.network, "network", 20),
        ])
        #expect(ending.taken == ["network", "power", "bios", "raid", "vendor", "rescue"])
        #expect(ending.node.provisionState == .manageable)
        #expect(ending.outcome == .done)
    }

    @Test("are switched off by priority 0, their own or an option's")
    func switchedOff() throws {
        let ending = try Self.verify(
            [(.vendor, "off", 0), (.vendor, "silenced", 5), (.vendor, "raised", 0)],
            [StepID(.vendor, "silenced"): 0, StepID(.vendor, "raised"): 1])
        #expect(ending.taken == ["raised"])
        #expect(ending.node.provisionState == .manageable)
    }

    @Test("that fail bring the node back to enroll with the reason, and keep no other from running")
    func failure() throws {
        let ending = try Self.verify(
            [(.power, "fan", 10), (.vendor, "licence", 10), (.vendor, "last", 5)],
            failing: ["fan", "licence"])
        #expect(ending.taken == ["fan", "licence", "last"])
        #expect(ending.node.provisionState == .enroll)
        let error = try #require(ending.node.lastError)
        #expect(error.contains("the fan is broken") && error.contains("the licence is broken"))
        guard case .failed(let reason)? = ending.outcome else {
            throw BenchFailure("the request was not answered")
        }
        #expect(reason.contains("the fan is broken"))
    }

    @Test("end at once: one that waits has failed")
    func waiting() throws {
        for outcome in [StepOutcome.waits(.hardware), .holds] {
            let ending = try Self.verify([(.vendor, "slow", 10)], outcome: outcome)
            #expect(ending.node.provisionState == .enroll)
            #expect(ending.node.lastError?.contains("slow") == true)
        }
    }
}
