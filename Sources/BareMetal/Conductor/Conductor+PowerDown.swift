import Hardware
import NodeAgent
import World

extension Conductor {
    /// Looks at the power after an agent was asked to switch its machine off (Ironic's
    /// `post_deploy_get_power_state_retries`, 6 × 5 s).
    private static let looks = 6
    private static let lookInterval: Duration = .seconds(5)

    /// Switches off a machine whose ramdisk runs: the ramdisk first, so that what it wrote is on
    /// the disk; the controller where that does not do it.
    ///
    /// One that may not be switched off goes on running it until the instance is started.
    func powerDown(_ task: inout NodeTask) async throws(ConductorError) {
        guard task.node.offSwitch == .usable else { return }
        _ = try await powersDownFromInside(task)
        try await task.reach(.off)
    }

    /// Stops a machine by its controller, and from inside where the controller fails and something
    /// that runs on the machine still reports.
    func stopAnyhow(_ task: inout NodeTask) async throws(ConductorError) {
        do throws(ConductorError) { try await task.stop() } catch {
            guard !error.endsAuthority, try await powersDownFromInside(task) else { throw error }
            try await task.reach(.off)
        }
    }

    /// Asks the agent that was heard last to switch its machine off, and looks whether it did.
    private func powersDownFromInside(_ task: NodeTask) async throws(ConductorError) -> Bool {
        guard let agent = await contacts.agent(of: task.node.name, at: world.clock.now) else {
            return false
        }
        let command = AgentCommand(
            id: Identifier(drawnFrom: world.random.branch("commands")), work: .powerOff)
        do {
            _ = try await world.network.call(command, to: agent, within: ConductorLimits.agentCall)
        } catch .revoked { throw .interrupted } catch { return false }
        for _ in 0..<Self.looks {
            try await pause(Self.lookInterval)
            if try await task.controller.powerState() == .off { return true }
        }
        return false
    }
}
