import Hardware
import NodeAgent
import Testing
import World

@testable import BareMetal

@Suite("What a report means for a node's steps")
struct StepDecisionTests {
    private static let plan = StepPlan.deploy
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
        StepProgress(step: .writeImage, command: command, life: life, attempts: attempts)
    }

    private func step() throws -> Step { try #require(Self.plan[.writeImage]) }

    @Test(
        "is to begin with the first step where none was begun, whatever the report says",
        arguments: [nil, given], [mine, other])
    func nothingBegun(_ command: Identifier?, _ life: Identifier) throws {
        for state in [.running, .succeeded, .failed(reason: "")] as [AgentCommandStatus.Progress] {
            let decision = StepDecision.decide(
                nil, in: Self.plan, on: Self.beat(life, command, state))
            #expect(decision == .start(try step(), attempt: 1))
        }
    }

    @Test("is to begin anew where the step is not one of the plan")
    func strangeStep() throws {
        let progress = StepProgress(
            step: .eraseDevicesMetadata, command: Self.given, life: Self.mine, attempts: 2)
        let decision = StepDecision.decide(
            progress, in: Self.plan, on: Self.beat(Self.mine, Self.given))
        #expect(decision == .start(try step(), attempt: 1))
    }

    @Test("is to wait while the command runs")
    func running() {
        let decision = StepDecision.decide(
            Self.progress(), in: Self.plan, on: Self.beat(Self.mine, Self.given))
        #expect(decision == .keepWaiting)
    }

    @Test("is that the step is over where the command is")
    func ended() throws {
        let done = StepDecision.decide(
            Self.progress(), in: Self.plan, on: Self.beat(Self.mine, Self.given, .succeeded))
        #expect(done == .completed(try step()))
        let failed = StepDecision.decide(
            Self.progress(), in: Self.plan,
            on: Self.beat(Self.mine, Self.given, .failed(reason: "no disk")))
        #expect(failed == .failed(.writeImage, reason: "no disk"))
    }

    @Test(
        "is to send the command again where it never arrived", arguments: [nil, older])
    func lost(_ seen: Identifier?) throws {
        for state in [.running, .succeeded, .failed(reason: "")] as [AgentCommandStatus.Progress] {
            let decision = StepDecision.decide(
                Self.progress(), in: Self.plan, on: Self.beat(Self.mine, seen, state))
            #expect(decision == .sendAgain(try step(), Self.given))
        }
    }

    @Test(
        "is to start the step again after a restart, a bounded number of times",
        arguments: 1...ConductorLimits.stepAttempts + 1)
    func restarted(_ attempts: Int) throws {
        let decision = StepDecision.decide(
            Self.progress(attempts: attempts), in: Self.plan,
            on: Self.beat(Self.other, Self.given, .succeeded))
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
            Self.progress(nil), in: Self.plan, on: Self.beat(Self.mine, nil))
        #expect(decision == .start(try step(), attempt: 2))
    }
}
