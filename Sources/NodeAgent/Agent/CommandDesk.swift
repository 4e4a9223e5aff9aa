import Hardware
import World

/// Takes an agent's commands one at a time and remembers how the newest stands.
actor CommandDesk {
    /// How often a resting heartbeat loop looks whether a command has ended.
    private static let look: Duration = .seconds(1)

    private(set) var status: AgentCommandStatus?
    /// Rises when a command ends, so that the heartbeat loop reports without waiting.
    private var ended = 0
    private let world: World
    private let hardware: any HardwareAccess

    init(world: World, hardware: any HardwareAccess) {
        self.world = world
        self.hardware = hardware
    }

    /// Starts a command, unless it is the one that was taken last: it may have been sent again
    /// because our answer was lost.
    func take(_ command: AgentCommand) -> AgentCommandStatus {
        if let status, status.id == command.id || status.progress == .running { return status }
        let running = AgentCommandStatus(id: command.id, progress: .running)
        status = running
        world.spawner.spawn("command") { await self.perform(command) }
        return running
    }

    /// Waits, but no longer than until a command ends.
    ///
    /// - Returns: false where the process was stopped.
    func rest(for pause: Duration) async -> Bool {
        let (seen, end) = (ended, world.clock.now + pause)
        repeat {
            let isWorking = status?.progress == .running
            let next = isWorking ? min(end, world.clock.now + Self.look) : end
            guard (try? await world.clock.sleep(until: next)) != nil else { return false }
        } while ended == seen && world.clock.now < end
        return true
    }

    private func perform(_ command: AgentCommand) async {
        let outcome = await AgentWorker(hardware: hardware, clock: world.clock)
            .perform(command.work)
        status = AgentCommandStatus(id: command.id, progress: outcome)
        ended += 1
    }
}
