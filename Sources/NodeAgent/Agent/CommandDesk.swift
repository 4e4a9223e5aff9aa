import Hardware
import World

/// Takes an agent's commands one at a time and remembers how the newest stands.
actor CommandDesk {
    private(set) var status: AgentCommandStatus?
    private let world: World
    private let hardware: any HardwareAccess

    init(world: World, hardware: any HardwareAccess) {
        self.world = world
        self.hardware = hardware
    }

    /// Starts a command, unless it is the one that was taken last: it may have been sent again
    /// because our answer was lost.
    ///
    /// - Parameter end: is called when the command has ended and ``status`` says so.
    func take(
        _ command: AgentCommand, then end: @escaping @Sendable () async -> Void
    ) -> AgentCommandStatus {
        if let status, status.id == command.id || status.progress == .running { return status }
        let running = AgentCommandStatus(id: command.id, progress: .running)
        status = running
        world.spawner.spawn("command") {
            await self.perform(command)
            await end()
        }
        return running
    }

    private func perform(_ command: AgentCommand) async {
        let outcome = await AgentWorker(hardware: hardware, clock: world.clock)
            .perform(command.work)
        status = AgentCommandStatus(id: command.id, progress: outcome)
    }
}
