import Hardware
import NodeAgent
import World

extension Conductor {
    /// What an agent is told to do for a step.
    func agentWork(of step: Step, on node: Node) async throws(ConductorError) -> AgentWork {
        switch step.id {
        case .eraseDevicesMetadata:
            return .eraseDevicesMetadata(sparing: node.skippedDevices)
        case .eraseDevices: return .eraseDevices(erasure(of: node))
        case .eraseDevicesExpress: return .eraseDevicesExpress(erasure(of: node))
        case .writeImage:
            guard let instance = node.instance else {
                throw .stepFailed(step.name, reason: "the node has no instance")
            }
            let servers = await imageServers(for: node)
            guard let layout = instance.layout else {
                return .writeImage(instance.image, from: servers, onto: node.rootDeviceChoice)
            }
            return .writePartitions(
                PartitionWrite(
                    instance.image, from: servers, onto: node.rootDeviceChoice, layout: layout,
                    ephemeral: instance.ephemeral ?? .made))
        case StepID(.deploy, .finalizeRescue):
            guard let password = node.rescuePassword else {
                throw .stepFailed(step.name, reason: "nobody said who may log in")
            }
            return .finalizeRescue(password)
        default:
            if let work = try softwareRAIDWork(of: step, on: node) { return work }
            throw .stepFailed(step.name, reason: "the agent does not know it")
        }
    }

    private func erasure(of node: Node) -> ErasureRules {
        var rules = book.options.erasure
        rules.skipped = node.skippedDevices
        return rules
    }

    /// Whoever leads keeps the images too: its address is the last resort, which outlives a leader.
    private func imageServers(for node: Node) async -> [HostAddress] {
        (await sources?.servers(for: node) ?? []) + [service]
    }

    /// Takes a step of the conductor's own.
    func perform(
        _ step: Step, _ progress: StepProgress, _ task: inout NodeTask
    ) async throws(ConductorError) -> StepOutcome {
        if let reserved = step.reserved {
            return try await perform(reserved, step, progress, &task)
        }
        switch step.id {
        case .deploy:
            try await bootRamdisk(&task, reporting: .heartbeats)
            return .waits(.agent)
        case .prepareInstanceBoot:
            try await prepareInstanceBoot(&task)
            return .done
        case .tearDownAgent:
            try await powerDown(&task)
            return .restarted
        case .switchToTenantNetwork:
            try await joinTenantNetwork(&task)
            return .done
        case .bootInstance:
            try await task.start()
            return .restarted
        case .applyBIOS: return try await applyBIOS(step, progress, &task)
        case .resetBIOS: return try await resetBIOS(step, progress, &task)
        case .deleteRAID: return try await deleteRAID(step, progress, &task)
        case .createRAID, .applyRAID: return try await createRAID(step, progress, &task)
        default: return try await performDriverStep(step, of: progress.plan, &task)
        }
    }

    private func perform(
        _ reserved: ReservedStep, _ step: Step, _ progress: StepProgress,
        _ task: inout NodeTask
    ) async throws(ConductorError) -> StepOutcome {
        switch reserved {
        case .powerOn:
            try await task.reach(.on)
            return .done
        case .powerOff:
            try await task.reach(.off)
            return .restarted
        case .reboot:
            try await restart(&task, progress)
            return .restarted
        case .hold: return .holds
        case .wait: return try await wait(step, progress, &task)
        }
    }

    /// Switches the machine off and on; it comes back to the ramdisk where the work needs one.
    func restart(
        _ task: inout NodeTask, _ progress: StepProgress
    ) async throws(ConductorError) {
        try await task.stop()
        if progress.expectsAgent {
            try await task.controller.setBoot(BootOverride(.network, .once))
        }
        try await task.start()
    }

    private func wait(
        _ step: Step, _ progress: StepProgress, _ task: inout NodeTask
    ) async throws(ConductorError) -> StepOutcome {
        guard let value = step.arguments["seconds"] else {
            return .waits(progress.expectsAgent ? .agent : .hardware)
        }
        guard let seconds = value.integer ?? value.text.flatMap({ Int($0) }), seconds >= 0 else {
            throw .stepFailed(step.name, reason: "'seconds' is no number of seconds")
        }
        // Who takes the node over has to know where its work stands.
        var waiting = progress
        waiting.awaits = progress.expectsAgent ? .agent : .hardware
        try await task.move(.wait) { $0.step = waiting }
        try await pause(min(.seconds(seconds), book.options.longestWait))
        try await task.move(.resume)
        return .done
    }

    private func performDriverStep(
        _ step: Step, of plan: StepPlan, _ task: inout NodeTask
    ) async throws(ConductorError) -> StepOutcome {
        guard let driver = book.driver(of: step.id, for: plan.kind) else {
            throw .stepFailed(step.name, reason: "no driver knows it any more")
        }
        do { return try await driver.work(context(of: step, task)) } catch {
            throw .stepFailed(step.name, reason: error.reason)
        }
    }

    /// Sees that a step which was waited for did what it should.
    func confirm(
        _ step: Step, _ kind: StepKind, _ task: inout NodeTask
    ) async throws(ConductorError) {
        guard try await look(at: step, kind, task) == .done else {
            throw .stepFailed(step.name, reason: "the machine came back and it was not done")
        }
        switch step.id {
        case .applyBIOS, .resetBIOS: try await confirmBIOS(step, &task)
        case .deleteRAID, .createRAID, .applyRAID: try await confirmRAID(step, &task)
        default: break
        }
    }

    /// Whether hardware that is waited for is done.
    func look(
        at step: Step, _ kind: StepKind, _ task: NodeTask
    ) async throws(ConductorError) -> DriverStep.Progress {
        switch step.id {
        case .applyBIOS, .resetBIOS: return try await lookAtBIOS(step, task)
        case .deleteRAID, .createRAID, .applyRAID: return try await lookAtRAID(step, task)
        default: break
        }
        guard step.reserved == nil, let driver = book.driver(of: step.id, for: kind) else {
            return .done
        }
        do { return try await driver.look(context(of: step, task)) } catch {
            throw .stepFailed(step.name, reason: error.reason)
        }
    }

    func context(of step: Step, _ task: NodeTask) -> DriverStep.Context {
        DriverStep.Context(node: task.node, step: step, bmc: task.controller.bmc)
    }
}
