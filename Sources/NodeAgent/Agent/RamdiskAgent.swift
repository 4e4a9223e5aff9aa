import Hardware
public import World

/// What runs in the deployment ramdisk: finds out which node it is on, reports, obeys.
///
/// It keeps nothing across restarts. The service tells lives apart by ``AgentHeartbeat/life``.
public struct RamdiskAgent: Sendable {
    private let world: World
    private let hardware: any HardwareAccess
    private let service: HostAddress
    private let inspectionService: HostAddress?
    private let order: InspectionOrder?

    /// - Parameter arguments: the kernel's command line; without ``BootArgument/api`` the agent
    ///   has nobody to report to and ends at once.
    public init?(world: World, hardware: any HardwareAccess, arguments: [String: String]) {
        guard let service = arguments[BootArgument.api] else { return nil }
        self.world = world
        self.hardware = hardware
        self.service = HostAddress(service)
        inspectionService = arguments[BootArgument.inspection].map { HostAddress($0) }
        order = InspectionOrder(arguments)
    }

    /// Works until the machine is switched off, or gives up where no service knows the machine.
    public func run() async {
        guard let facts = try? await hardware.facts(), let identity = await lookup(facts) else {
            return
        }
        if let inspectionService {
            await report(facts, as: identity.node, to: inspectionService)
        }
        let desk = CommandDesk(world: world, hardware: hardware)
        let heart = AgentHeart(
            world: world, service: service, identity: identity,
            life: Identifier(drawnFrom: world.random.branch("life")), desk: desk)
        world.network.listen(for: AgentCommand.self) { (command) async throws(Rejection) in
            await desk.take(command) { await heart.beatUntilHeard() }
        }
        await heart.run()
    }

    private func lookup(_ facts: MachineFacts) async -> AgentLookup.Reply? {
        let question = AgentLookup(
            addresses: facts.interfaces.map(\.address), facts: facts)
        return await ask(question, of: service, tries: AgentLimits.lookups)
    }

    private func report(
        _ facts: MachineFacts, as node: AgentNodeID, to inspector: HostAddress
    ) async {
        var report: String?
        // Whoever cannot collect what was asked for tells what it is all the same.
        if let order { report = try? await hardware.report(for: order) }
        let inventory = AgentInventory(node: node, facts: facts, report: report)
        _ = await ask(inventory, of: inspector, tries: AgentLimits.inventories)
    }

    /// Asks until there is an answer. A refusal counts as "not yet": the service may be moving.
    private func ask<Request: NetworkRequest>(
        _ request: Request, of service: HostAddress, tries: Int
    ) async -> Request.Reply? {
        for _ in 0..<tries {
            do {
                return try await world.network.call(request, to: service, within: AgentLimits.call)
            } catch .revoked { return nil } catch {}
            guard (try? await world.clock.sleep(for: AgentLimits.retryInterval)) != nil else {
                return nil
            }
        }
        return nil
    }
}
