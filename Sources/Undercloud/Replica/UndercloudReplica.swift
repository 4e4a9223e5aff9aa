import BareMetal
import Hardware
import Networks
import NodeAgent
public import World

/// One replica of the control plane: shows signs of life, and leads when it is its turn.
///
/// The seed is one too. A replica may be killed at any moment; all it knows is in the store.
public struct UndercloudReplica: Sendable {
    /// Between two looks at who leads.
    private static let interval: Duration = .seconds(5)

    private let world: World
    private let store: any Store
    private let desk = ServiceDesk()
    private let bootLog: BootLog
    let seat: ConductorSeat

    public init(world: World, store: any Store) {
        self.world = world
        self.store = store
        bootLog = BootLog(clock: world.clock)
        seat = ConductorSeat(world: world, store: store, bootLog: bootLog)
    }

    /// Why a replica's part ended.
    public enum Ending: Sendable {
        case stopped
        /// The store's state has been handed over to another store.
        case handedOver
    }

    /// Runs until the process is stopped, or until the state has been handed over.
    @discardableResult
    public func run() async -> Ending {
        desk.listen(on: world.network)
        ConductorDesk(seat: seat).listen(on: world.network)
        let (boot, receiver) = (
            BootServer(host: world.host, store: store, log: bootLog),
            HandoverReceiver(store: store)
        )
        world.network.listen(for: DHCPDiscover.self) { (discover) async throws(Rejection) in
            try await boot.answer(discover)
        }
        world.network.listen(for: DHCPChoice.self) { choice in await boot.answer(choice) }
        world.network.listen(for: StateTransfer.self) { (transfer) async throws(Rejection) in
            try await receiver.answer(transfer)
        }
        world.spawner.spawn("member") { await beat() }
        world.spawner.spawn("conductor") { await seat.run() }
        return await takeTurns()
    }

    private func takeTurns() async -> Ending {
        var candidate = Candidate(host: world.host, store: store, clock: world.clock)
        var watch = ConductorWatch()
        while true {
            do throws(StoreError) {
                if let ending = try await takeTurn(&candidate, &watch) { return ending }
            } catch .revoked { return .stopped } catch {}
            guard (try? await world.clock.sleep(for: Self.interval)) != nil else { return .stopped }
        }
    }

    /// - Returns: nil where the replica's part goes on.
    private func takeTurn(
        _ candidate: inout Candidate, _ watch: inout ConductorWatch
    ) async throws(StoreError) -> Ending? {
        let cloud = try await store.get(Cloud.self, Cloud.onlyID)?.document
        switch cloud?.stage {
        case nil: return nil
        case .handedOver: return .handedOver
        case .handingOver:
            let sender = HandoverSender(world: world, store: store)
            return (try? await sender.run()) == nil ? .stopped : .handedOver
        case .seed, .undercloud:
            guard try await isEntitled() else { return nil }
            try await look(at: &watch)
            // After the pivot the undercloud takes itself over, and the seed stands by.
            let isPastPivot = cloud?.stage == .undercloud && cloud?.seed == world.host
            let lease = try await candidate.campaign(isPastPivot ? .lastResort : .regular)
            if let lease, !world.fault(.electionUnheard) { await lead(lease, watch) }
            return nil
        }
    }

    /// Sees which conductors are silent, so as to know it when this replica comes to lead.
    private func look(at watch: inout ConductorWatch) async throws(StoreError) {
        guard let ring = try await store.get(ConductorRing.self, ConductorRing.onlyID) else {
            return
        }
        let beats = try await store.scan(ConductorBeat.self).map(\.document)
        watch.look(at: ring.document, beats, now: world.clock.now)
    }

    private func lead(_ lease: Lease, _ watch: ConductorWatch) async {
        world.journal.record(FlowEvent.leaderElected(world.host, term: lease.term.number))
        let leader = Leader(world: world, store: store, lease: lease, seat: seat, watch: watch)
        world.network.claim(ServiceAddress.undercloud)
        await desk.open(leader)
        await leader.run()
        await desk.close()
        world.journal.record(FlowEvent.leaderDeposed(world.host, term: lease.term.number))
    }

    /// Shows signs of life. A sign that cannot be written is left out.
    private func beat() async {
        var count = 0
        repeat {
            count += 1
            var transaction = Transaction(durability: .relaxed)
            transaction.put(Member(host: world.host, count: count))
            if (try? await isEntitled()) == true { _ = try? await store.commit(transaction) }
        } while (try? await world.clock.sleep(for: LeaseLimits.memberBeat)) != nil
    }

    /// A control node that waits for the seed's state is nobody's member yet, and one that was
    /// taken from its server is no longer.
    private func isEntitled() async throws(StoreError) -> Bool {
        guard let cloud = try await store.get(Cloud.self, Cloud.onlyID)?.document,
            [.seed, .undercloud].contains(cloud.stage)
        else { return false }
        let servers = try await Membership.servers(of: cloud, in: store)
        return Membership.isEntitled(world.host, cloud: cloud, undercloudServers: servers)
    }
}
