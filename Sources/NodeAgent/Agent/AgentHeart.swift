import Hardware
import World

/// An agent's heartbeats: at its own pace, and at once when a command has ended.
struct AgentHeart: Sendable {
    let world: World
    let service: HostAddress
    let identity: AgentLookup.Reply
    /// Tells this life of the agent from others on the same machine.
    let life: Identifier
    let desk: CommandDesk

    /// Beats until the machine is switched off.
    func run() async {
        let random = world.random.branch("heartbeat")
        while true {
            let isHeard = await beat()
            let pause =
                isHeard
                ? identity.heartbeatTimeout
                    * random.draw { Double.random(in: AgentLimits.heartbeatSpread, using: &$0) }
                : AgentLimits.retryInterval
            guard (try? await world.clock.sleep(for: pause)) != nil else { return }
        }
    }

    /// Tells how the newest command stands until somebody has heard it; those who wait for its end
    /// are not to wait for the next regular beat.
    func beatUntilHeard() async {
        for _ in 0..<AgentLimits.endings {
            if await beat() { return }
            guard (try? await world.clock.sleep(for: AgentLimits.retryInterval)) != nil else {
                return
            }
        }
    }

    /// - Returns: whether the service heard it.
    private func beat() async -> Bool {
        let heartbeat = AgentHeartbeat(
            node: identity.node, agent: world.host, life: life, command: await desk.status)
        do {
            _ = try await world.network.call(heartbeat, to: service, within: AgentLimits.call)
            return true
        } catch { return false }
    }
}
