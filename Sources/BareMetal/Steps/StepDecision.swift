import NodeAgent
import World

/// What an agent's report means for the steps of its node.
enum StepDecision: Equatable {
    /// Nothing new.
    case keepWaiting
    /// The agent is there and the step has not begun, or has to begin anew.
    case start(Step, attempt: Int)
    /// The command never arrived: give it again, under the same name.
    case sendAgain(Step, Identifier)
    /// The step is done.
    case completed(Step)
    case failed(StepName, reason: String)

    /// Whether the agent's part is over, which it may say only once.
    var endsStep: Bool {
        switch self {
        case .completed, .failed: true
        case .keepWaiting, .start, .sendAgain: false
        }
    }

    /// Pure: the same report on the same progress always means the same.
    static func decide(_ progress: StepProgress, on beat: AgentHeartbeat) -> StepDecision {
        guard let step = progress.step, progress.awaits == .agent else { return .keepWaiting }
        guard progress.hasBegun else { return .start(step, attempt: 1) }
        switch step.place {
        case .agent: return decide(step, progress, beat)
        // The conductor's step restarted the machine: whoever reports from before knows nothing.
        case .conductor:
            let isOld = step.reserved == nil && progress.life == beat.life
            return isOld ? .keepWaiting : .completed(step)
        }
    }

    private static func decide(
        _ step: Step, _ progress: StepProgress, _ beat: AgentHeartbeat
    ) -> StepDecision {
        guard progress.life == beat.life, let command = progress.command else {
            return restart(step, after: progress)
        }
        guard let status = beat.command, status.id == command else {
            return .sendAgain(step, command)
        }
        switch status.progress {
        case .running: return .keepWaiting
        case .succeeded: return .completed(step)
        case .failed(let reason): return .failed(step.name, reason: reason)
        }
    }

    /// A new life of the agent knows nothing of the old one's work: the machine was restarted.
    private static func restart(_ step: Step, after progress: StepProgress) -> StepDecision {
        guard progress.attempts < ConductorLimits.stepAttempts else {
            return .failed(
                step.name, reason: "the machine restarted \(progress.attempts) times during it")
        }
        return .start(step, attempt: progress.attempts + 1)
    }
}
