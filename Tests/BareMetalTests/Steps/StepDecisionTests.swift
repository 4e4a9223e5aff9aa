import Hardware
import NodeAgent
import Testing
import World

@testable import BareMetal

@Suite("What a report means for a node's steps")
struct StepDecisionTests {
    /// A deployment whose ramdisk runs: its agent's step is next.
    private static let plan = StepCatalogue.standard.plan(.deploy)
    private static var waiting: StepProgress {
        var progress = StepProgress(plan)
        progress.advance()
        return progress
    }
    private static let (mine, other) = (Identifier(text: "life-1"), Identifier(text: "life-2"))
    private static let (given, older) = (Identifier(text: "c-2"), Identifier(text: "c-1"))

    private static func beat(
        _ life: Identifier, _ id: Identifier?, _ progress: AgentCommandStatus.Progress = .running
    ) -> AgentHeartbeat {
        AgentHeartbeat(
            node: "node-1", agent: "machine-1", life: life,
            command: id.map { AgentCommandStatus(id: $0, progress: progress) })
    }

    private static func progress(
        _ command: Identifier? = given, _ life: Identifier? = mine, attempts: Int = 1
    ) -> StepProgress {
        var progress = waiting
        (progress.command, progress.life, progress.attempts) = (command, life, attempts)
        return progress
    }

    private func step() throws -> Step { try #require(Self.plan[.writeImage]) }

    @Test(
        "is to begin with the step where it has not begun, whatever the report says",
        arguments: [nil, given], [mine, other])
    func nothingBegun(_ command: Identifier?, _ life: Identifier) throws {
        for state in [.running, .succeeded, .failed(reason: "")] as [AgentCommandStatus.Progress] {
            let decision = StepDecision.decide(
                Self.waiting, on: Self.beat(life, command, state))
            #expect(decision == .start(try step(), attempt: 1))
        }
    }

    @Test("is nothing where the step waits for the hardware, or no step is left")
    func othersTurn() {
        var progress = Self.progress()
        progress.awaits = .hardware
        #expect(StepDecision.decide(progress, on: Self.beat(Self.mine, nil)) == .keepWaiting)
        var over = StepProgress(StepPlan([], for: .clean))
        over.attempts = 1
        #expect(StepDecision.decide(over, on: Self.beat(Self.mine, nil)) == .keepWaiting)
    }

    @Test("ends a step of the conductor that waited for the ramdisk to come back")
    func cameBack() throws {
        var progress = StepProgress(Self.plan)
        (progress.attempts, progress.life) = (1, Self.mine)
        let step = try #require(Self.plan[.deploy])
        let old = StepDecision.decide(progress, on: Self.beat(Self.mine, nil))
        #expect(old == .keepWaiting)
        let new = StepDecision.decide(progress, on: Self.beat(Self.other, nil))
        #expect(new == .completed(step))
    }

    @Test("ends a wait or a hold, whichever life of the agent reports", arguments: [mine, other])
    func waited(_ life: Identifier) throws {
        for name in ["wait", "hold"] as [StepName] {
            let step = Step(StepID(.deploy, name), priority: 0, at: .conductor)
            var progress = StepProgress(StepPlan(requested: [step], for: .clean))
            (progress.attempts, progress.life) = (1, Self.mine)
            #expect(StepDecision.decide(progress, on: Self.beat(life, nil)) == .completed(step))
        }
    }

    @Test("is to wait while the command runs")
    func running() {
        let decision = StepDecision.decide(
            Self.progress(), on: Self.beat(Self.mine, Self.given))
        #expect(decision == .keepWaiting)
    }

    @Test("is that the step is over where the command is")
    func ended() throws {
        let done = StepDecision.decide(
            Self.progress(), on: Self.beat(Self.mine, Self.given, .succeeded))
        #expect(done == .completed(try step()))
        let failed = StepDecision.decide(
            Self.progress(), on: Self.beat(Self.mine, Self.given, .failed(reason: "no disk")))
        #expect(failed == .failed(.writeImage, reason: "no disk"))
    }

    @Test(
        "is to send the command again where it never arrived", arguments: [nil, older])
    func lost(_ seen: Identifier?) throws {
        for state in [.running, .succeeded, .failed(reason: "")] as [AgentCommandStatus.Progress] {
            let decision = StepDecision.decide(
                Self.progress(), on: Self.beat(Self.mine, seen, state))
            #expect(decision == .sendAgain(try step(), Self.given))
        }
    }

    @Test(
        "is to start the step again after a restart, a bounded number of times",
        arguments: 1...ConductorLimits.stepAttempts + 1)
    func restarted(_ attempts: Int) throws {
        let decision = StepDecision.decide(
            Self.progress(attempts: attempts), on: Self.beat(Self.other, Self.given, .succeeded))
        if attempts < ConductorLimits.stepAttempts {
            #expect(decision == .start(try step(), attempt: attempts + 1))
        } else {
            let reason = "the machine restarted \(attempts) times during it"
            #expect(decision == .failed(.writeImage, reason: reason))
        }
    }

    @Test("is to start the step again where no command was given for it")
    func noCommand() throws {
        let decision = StepDecision.decide(
            Self.progress(nil), on: Self.beat(Self.mine, nil))
        #expect(decision == .start(try step(), attempt: 2))
    }
}
