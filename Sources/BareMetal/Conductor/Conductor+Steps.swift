import Hardware
import NodeAgent
import World

extension Conductor {
    /// Begins the steps of the work that was asked of a node.
    func startSteps(_ task: inout NodeTask) async throws(ConductorError) {
        if task.node.provisionState == .cleaning, skipsCleaning(task.node) {
            return try await endCleaning(&task)
        }
        let progress = StepProgress(try await plan(for: task.node))
        // A deployment's own first step starts the ramdisk: others may go before it.
        guard progress.plan.kind != .deploy, progress.plan.usesRamdisk, progress.step != nil else {
            return try await proceed(progress, &task, with: nil)
        }
        try await bootRamdisk(&task, reporting: .heartbeats)
        try await task.handOver { $0.step = progress }
    }

    /// Acts on an agent's report under the node's lock.
    func goOn(_ task: inout NodeTask, _ beat: AgentHeartbeat) async throws(ConductorError) {
        // The node may have moved on between the look and the lock.
        guard task.node.provisionState.phase == .waiting, let progress = task.node.step else {
            return try await task.release()
        }
        switch StepDecision.decide(progress, on: beat) {
        case .keepWaiting: try await task.release()
        case .start(let step, let attempt):
            guard step.place == .agent else {
                return try await proceed(progress, &task, with: beat)
            }
            try await start(progress, attempt, &task, beat)
        case .sendAgain(let step, let command):
            try await task.move(.resume)
            try await send(step, command, &task, beat)
        case .completed(let step): try await complete(step, progress, &task, with: beat)
        case .failed(let step, let reason):
            try await task.move(.resume)
            throw .stepFailed(step, reason: reason)
        }
    }

    /// Goes on after a step that was waited for.
    func complete(
        _ step: Step, _ progress: StepProgress, _ task: inout NodeTask,
        with agent: AgentHeartbeat?
    ) async throws(ConductorError) {
        switch step.place {
        case .conductor: try await confirm(step, progress.plan.kind, &task)
        case .agent: try await recordSoftwareRAID(step, progress, &task)
        }
        if progress.isToAbort { return try await abort(after: step, &task) }
        var progress = progress
        progress.advance()
        try await proceed(progress, &task, with: agent)
    }

    /// Takes the conductor's own steps up to the next one that something else ends, or to the end.
    ///
    /// - Parameter agent: who can be given work; nil where the ramdisk is not known to run.
    func proceed(
        _ progress: StepProgress, _ task: inout NodeTask, with agent: AgentHeartbeat?
    ) async throws(ConductorError) {
        var (progress, agent) = (progress, agent)
        while let step = progress.step {
            if step.place == .agent {
                guard let agent else { return try await task.handOver { $0.step = progress } }
                return try await start(progress, 1, &task, agent)
            }
            if task.node.provisionState.phase == .waiting { try await task.move(.resume) }
            world.journal.record(BareMetalEvent.step(task.node.name, step.name))
            (progress.attempts, progress.life) = (1, agent?.life)
            switch try await perform(step, progress, &task) {
            case .done: break
            case .restarted: agent = nil
            case .waits(let awaited):
                progress.awaits = awaited
                return try await task.handOver { $0.step = progress }
            case .holds:
                progress.awaits = progress.expectsAgent ? .agent : .hardware
                return try await task.hold { $0.step = progress }
            }
            progress.advance()
        }
        try await end(progress.plan, &task)
    }

    /// Gives an agent a step and leaves the node waiting for its report.
    private func start(
        _ progress: StepProgress, _ attempt: Int, _ task: inout NodeTask, _ agent: AgentHeartbeat
    ) async throws(ConductorError) {
        guard let step = progress.step else { preconditionFailure("There is a step to start.") }
        let command = Identifier(drawnFrom: world.random.branch("commands"))
        var progress = progress
        (progress.command, progress.life) = (command, agent.life)
        (progress.attempts, progress.awaits) = (attempt, .agent)
        if progress.raid == nil { progress.raid = try softwareRAID(of: step, task.node) }
        if task.node.provisionState.phase == .waiting {
            try await task.move(.resume) { $0.step = progress }
        } else {
            try await task.save { $0.step = progress }
        }
        try await send(step, command, &task, agent)
    }

    private func send(
        _ step: Step, _ command: Identifier, _ task: inout NodeTask, _ agent: AgentHeartbeat
    ) async throws(ConductorError) {
        let work = try await agentWork(of: step, on: task.node)
        world.journal.record(BareMetalEvent.step(task.node.name, step.name))
        let message = AgentCommand(id: command, work: work)
        // A lost answer is no failure: the next heartbeat shows whether the command arrived.
        do {
            _ = try await world.network.call(
                message, to: agent.agent, within: ConductorLimits.agentCall)
        } catch .revoked { throw .interrupted } catch {}
        try await task.handOver()
    }

    private func end(_ plan: StepPlan, _ task: inout NodeTask) async throws(ConductorError) {
        if task.node.provisionState.phase == .waiting { try await task.move(.resume) }
        switch plan.kind {
        case .clean: try await endCleaning(&task)
        case .service: try await endService(plan, &task)
        case .deploy, .verify, .rescue: try await task.finishSteps(.done)
        }
    }

    /// Cleaning that an operator asked for by hand keeps the node out of the pool.
    private func endCleaning(_ task: inout NodeTask) async throws(ConductorError) {
        try await task.putDown()
        try await task.finishSteps(task.node.completion)
    }

    /// The instance comes back where a ramdisk ran in its place.
    private func endService(
        _ plan: StepPlan, _ task: inout NodeTask
    ) async throws(ConductorError) {
        if plan.usesRamdisk { try await startInstance(&task) }
        try await task.finishSteps(.done)
    }
}
