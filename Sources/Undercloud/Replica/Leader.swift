import BareMetal
import Compute
import Hardware
import NodeAgent
import World

/// The services of a replica that leads. Work on nodes is done by the conductors, its own among
/// them.
struct Leader: Sendable {
    /// Between two looks whether there is a conductor to begin with, and how often it looks. The
    /// flow goes on without one at its side, with those of the others.
    private static let beginningInterval: Duration = .milliseconds(250)
    private static let beginningLooks = 20

    let lease: Lease
    private let router: NodeRouter
    private let keeper: RingKeeper
    let flow: FlowLoop
    let stacks: StackHost
    private let metadata: MetadataDesk
    private let seat: ConductorSeat
    private let world: World
    let store: any Store

    init(
        world: World, store: any Store, lease: Lease, seat: ConductorSeat, watch: ConductorWatch
    ) {
        self.world = world
        self.store = store
        self.lease = lease
        self.seat = seat
        router = NodeRouter(world: world, seat: seat)
        keeper = RingKeeper(
            world: world, store: store, lease: lease, view: seat.ring, watch: watch)
        metadata = MetadataDesk(store)
        stacks = StackHost(world: world, store: store, lease: lease)
        flow = FlowLoop(
            world: world, store: store, lease: lease, router: router, stacks: stacks.service)
    }

    /// Works until the lease is lost or the process stopped.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                let keeper = LeaseKeeper(
                    lease: lease, store: store, clock: world.clock,
                    isLate: { world.fault(.leaseRenewalLate) })
                await keeper.run()
            }
            group.addTask { await serve() }
            // Whichever ends first, the other has nothing more to do.
            await group.next()
            lease.end()
            group.cancelAll()
        }
    }

    private func serve() async {
        await formRing()
        await withTaskGroup(of: Void.self) { services in
            services.addTask { await keeper.run() }
            services.addTask { await flow.run() }
            services.addTask { await stacks.run() }
            await services.next()
            services.cancelAll()
        }
    }

    /// Lets conductors in until the one at the leader's side is there: at the very beginning there
    /// is no other.
    private func formRing() async {
        for _ in 0..<Self.beginningLooks where lease.isHeld {
            // What fails now is tried again at the next look.
            try? await keeper.look()
            if await seat.conductor != nil { return }
            guard (try? await world.clock.sleep(for: Self.beginningInterval)) != nil else { return }
        }
    }

    // MARK: What machines ask

    /// Passes a ramdisk's question on to the conductor of the node that waits for it.
    func answer(_ lookup: AgentLookup) async throws(ConductorError) -> AgentLookup.Reply {
        for address in lookup.addresses {
            guard let node = try await node(with: address),
                node.provisionState.takesRamdisks
            else { continue }
            return try await router.ask(PassedLookup(lookup: lookup), about: node)
        }
        throw .unknownNode(lookup.addresses.map(\.description).joined(separator: ", "))
    }

    func answer(_ beat: AgentHeartbeat) async throws(ConductorError) -> AgentHeartbeat.Reply {
        let known = await flow.node(named: beat.node.text)
        let node = if let known { known } else { try await node(beat.node.text) }
        return try await router.ask(PassedHeartbeat(beat: beat), about: node)
    }

    func answer(
        _ inventory: AgentInventory
    ) async throws(ConductorError) -> AgentInventory.Reply {
        let node = try await node(inventory.node.text)
        return try await router.ask(PassedInventory(inventory: inventory), about: node)
    }

    func answer(
        _ question: OperatorRequest
    ) async throws(ConductorError) -> OperatorRequest.Reply {
        let node = try await node(question.node.text)
        let request = PassedRequest(
            question.request, of: node.name, by: .operator, under: lease.leadership)
        return OperatorRequest.Reply(intent: try await router.ask(request, about: node))
    }

    func answer(_ question: OperatorPower) async throws(ConductorError) -> OperatorPower.Reply {
        let node = try await node(question.node.text)
        _ = try await router.ask(PassedPower(question.request, of: node.name), about: node)
        return OperatorPower.Reply()
    }

    func answer(
        _ question: OperatorReapply
    ) async throws(ConductorError) -> OperatorReapply.Reply {
        let node = try await node(question.node.text)
        let reapply = PassedReapply(of: node.name, under: lease.leadership)
        _ = try await router.ask(reapply, about: node)
        return OperatorReapply.Reply()
    }

    /// Takes note of an installed system's word.
    func answer(_ checkIn: CheckIn) async throws(ConductorError) -> CheckIn.Reply {
        for address in checkIn.addresses {
            guard let node = try await inUse(address) else { continue }
            var reply = CheckIn.Reply()
            let isAstray = checkIn.vlan.map { $0 != node.instance?.vlan } ?? false
            let isNews = checkIn.raid != node.softwareRAIDConditions
            if node.provisionState.phase == .waiting || node.isToShutDown || isAstray || isNews {
                reply = try await router.ask(PassedCheckIn(checkIn, from: node.name), about: node)
            }
            guard let instance = node.instance else { continue }
            let contact = Contact(
                at: world.clock.now, image: checkIn.image, vlan: checkIn.vlan)
            await flow.contacts.heard(instance.id, contact)
            reply.metadata = try await news(for: node, checkIn)
            return reply
        }
        throw .unknownNode(checkIn.host.text)
    }

    /// Its metadata, where a server has not the newest.
    private func news(
        for node: Node, _ checkIn: CheckIn
    ) async throws(ConductorError) -> CollectedMetadata? {
        guard let server = await flow.server(on: node) else { return nil }
        do throws(StoreError) {
            return try await metadata.news(for: server, knowing: checkIn.metadata)
        } catch { throw .store(error) }
    }

    /// The node whose installed system may speak from an interface. What was known of it at the
    /// flow's last look will do while it is in use; for any other the store is asked.
    private func inUse(_ address: MACAddress) async throws(ConductorError) -> Node? {
        if let known = await flow.node(with: address), known.provisionState == .active {
            return known
        }
        return try await node(with: address)
    }

    /// The node whose interface this is.
    private func node(with address: MACAddress) async throws(ConductorError) -> Node? {
        let port: Port?
        do { port = try await store.get(Port.self, address.description)?.document } catch {
            throw .store(error)
        }
        guard let port else { return nil }
        return try await node(port.node.text)
    }

    func node(_ name: String) async throws(ConductorError) -> Node {
        let found: Node?
        do { found = try await store.get(Node.self, name)?.document } catch { throw .store(error) }
        guard let found else { throw .unknownNode(name) }
        return found
    }
}
