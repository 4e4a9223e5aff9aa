import BareMetal
import SimulatedDatacenter
import Simulation
import Testing

@Suite("A conductor that comes to harm")
struct HarmTests {
    @Test("is not needed for an operation to end", arguments: NodeOperation.allCases)
    func undisturbed(_ operation: NodeOperation) throws {
        let run = HarmRun(
            operation: operation, strike: nil, run: SimulatedRun(seed: 1, schedule: .fifo))
        let outcome = try run.outcome()
        #expect(outcome.problems == [])
        #expect(outcome.steps > 5)
    }

    @Test(
        "and is killed at any step leaves nothing behind that its successor does not finish",
        arguments: NodeOperation.allCases, SimulatedRun.all(1...2))
    func kills(_ operation: NodeOperation, _ run: SimulatedRun) throws {
        // Before the step, and on the way to the store or the controller.
        for delay in [Duration.zero, .milliseconds(3), .milliseconds(30)] {
            try strikeEverywhere(operation, run, after: delay, .kill)
        }
    }

    @Test(
        "whose store loses its answers from any step on keeps the node in hand",
        arguments: NodeOperation.allCases, SimulatedRun.all(1...1))
    func lostAnswers(_ operation: NodeOperation, _ run: SimulatedRun) throws {
        for seconds in [1, 3, 100] {
            try strikeEverywhere(
                operation, run, after: .zero, .store(.answersLost, for: .seconds(seconds)))
        }
    }

    @Test(
        "whose store cannot be reached from any step on goes on when it is back",
        arguments: NodeOperation.allCases, SimulatedRun.all(1...1))
    func outages(_ operation: NodeOperation, _ run: SimulatedRun) throws {
        for seconds in [3, 100] {
            try strikeEverywhere(
                operation, run, after: .zero, .store(.unreachable, for: .seconds(seconds)))
        }
    }

    private func strikeEverywhere(
        _ operation: NodeOperation, _ run: SimulatedRun, after delay: Duration,
        _ harm: StepMeter.Harm
    ) throws {
        let whole = try HarmRun(operation: operation, strike: nil, run: run).outcome()
        try #require(whole.steps < 2000)
        for step in 1...whole.steps {
            let strike = StepMeter.Strike(step: step, after: delay, harm: harm)
            let outcome = try HarmRun(operation: operation, strike: strike, run: run).outcome()
            #expect(
                outcome.problems == [],
                "\(harm) \(delay) into step \(step) of \(whole.steps), \(run.testDescription)")
        }
    }
}
