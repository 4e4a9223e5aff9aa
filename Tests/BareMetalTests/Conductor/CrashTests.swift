import BareMetal
import SimulatedDatacenter
import Simulation
import Testing

@Suite("A conductor that is killed")
struct CrashTests {
    @Test("is not needed for an operation to end", arguments: NodeOperation.allCases)
    func undisturbed(_ operation: NodeOperation) throws {
        let run = CrashRun(
            operation: operation, strike: nil, run: SimulatedRun(seed: 1, schedule: .fifo))
        let outcome = try run.outcome()
        #expect(outcome.problems == [])
        #expect(outcome.steps > 5)
    }

    @Test(
        "at any step leaves nothing behind that its successor does not finish",
        arguments: NodeOperation.allCases, SimulatedRun.all(1...2))
    func everyStep(_ operation: NodeOperation, _ run: SimulatedRun) throws {
        let whole = try CrashRun(operation: operation, strike: nil, run: run).outcome()
        try #require(whole.steps < 2000)
        for step in 1...whole.steps {
            // Before the step, and on the way to the store or the controller.
            for delay in [Duration.zero, .milliseconds(3), .milliseconds(30)] {
                let strike = StepMeter.Strike(step: step, after: delay)
                let outcome = try CrashRun(
                    operation: operation, strike: strike, run: run
                ).outcome()
                #expect(
                    outcome.problems == [],
                    "killed \(delay) into step \(step) of \(whole.steps), \(run.testDescription)")
            }
        }
    }
}
