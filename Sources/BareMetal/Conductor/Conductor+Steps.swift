import Hardware
import NodeAgent
import World

extension Conductor {
    /// Acts on an agent's report under the node's lock.
    func goOn(
        _ task: inout NodeTask, _ plan: StepPlan, _ beat: AgentHeartbeat
    ) async throws(ConductorError) {
        // The node may have moved on between the look and the lock.
        guard task.node.provisionState.phase == .waiting, self.plan(of: task.node) == plan
        else { return try await task.release() }
        switch StepDecision.decide(task.node.step, in: plan, on: beat) {
        case .keepWaiting: try await task.release()
        case .start(let step, let attempt): try await start(step, attempt, &task, beat)
        case .sendAgain(let step, let command):
            try await task.move(.resume)
            try await send(step, command, &task, beat)
        case .completed(let step): try await complete(step, of: plan, &task, beat)
        case .failed(let step, let reason):
            try await task.move(.resume)
            throw .stepFailed(step, reason: reason)
        }
    }

    /// Gives an agent a step and leaves the node waiting for its report.
    private func start(
        _ step: Step, _ attempt: Int, _ task: inout NodeTask, _ beat: AgentHeartbeat
    ) async throws(ConductorError) {
        let command = Identifier(drawnFrom: world.random.branch("commands"))
        let progress = StepProgress(
            step: step.name, command: command, life: beat.life, attempts: attempt)
        if task.node.provisionState.phase == .waiting {
            try await task.move(.resume) { $0.step = progress }
        } else {
            try await task.save { $0.step = progress }
        }
        try await send(step, command, &task, beat)
    }

    private func send(
        _ step: Step, _ command: Identifier, _ task: inout NodeTask, _ beat: AgentHeartbeat
    ) async throws(ConductorError) {
        let work = try work(of: step, on: task.node)
        world.journal.record(BareMetalEvent.step(task.node.name, step.name))
        let message = AgentCommand(id: command, work: work)
        // A lost answer is no failure: the next heartbeat shows whether the command arrived.
        do {
            _ = try await world.network.call(
                message, to: beat.agent, within: ConductorLimits.agentCall)
        } catch .revoked { throw .interrupted } catch {}
        try await task.handOver()
    }

    private func work(of step: Step, on node: Node) throws(ConductorError) -> AgentWork {
        switch step.name {
        case .eraseDevicesMetadata: return .eraseDevicesMetadata
        case .writeImage:
            guard let instance = node.instance else {
                throw .stepFailed(step.name, reason: "the node has no instance")
            }
            return .writeImage(instance.image, from: service, onto: node.rootDevice)
        case .finalizeRescue:
            guard let password = node.rescuePassword else {
                throw .stepFailed(step.name, reason: "nobody said who may log in")
            }
            return .finalizeRescue(password)
        default: preconditionFailure("Step \(step.name) is not an agent's.")
        }
    }

    /// Goes on after an agent's step: through the conductor's own steps to the next agent's, or to
    /// the end.
    private func complete(
        _ step: Step, of plan: StepPlan, _ task: inout NodeTask, _ beat: AgentHeartbeat
    ) async throws(ConductorError) {
        try await task.move(.resume)
        var done = step.name
        while let next = plan.next(after: done) {
            guard next.place == .conductor else { return try await start(next, 1, &task, beat) }
            world.journal.record(BareMetalEvent.step(task.node.name, next.name))
            try await perform(next, &task)
            done = next.name
        }
        try await end(plan, &task)
    }

    private func perform(_ step: Step, _ task: inout NodeTask) async throws(ConductorError) {
        switch step.name {
        case .prepareInstanceBoot:
            try await task.controller.setBoot(BootOverride(.disk, .persistent))
        case .tearDownAgent: try await task.reach(.off)
        case .switchToTenantNetwork:
            let addresses = task.node.addresses
            try await task.save(alongside: { network.dismiss(addresses, in: &$0) })
        case .bootInstance: try await task.reach(.on)
        default: preconditionFailure("Step \(step.name) is not a conductor's.")
        }
    }

    private func end(_ plan: StepPlan, _ task: inout NodeTask) async throws(ConductorError) {
        let addresses = task.node.addresses
        if plan == .clean { try await task.reach(.off) }
        try await task.finish(task.node.completion, .done) {
            $0.lastError = nil
            $0.failures = 0
        } alongside: {
            network.dismiss(addresses, in: &$0)
        }
    }
}
