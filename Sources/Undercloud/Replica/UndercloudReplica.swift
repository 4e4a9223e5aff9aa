import BareMetal
import Hardware
import Images
import Network
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

    public init(world: World, store: any Store) {
        self.world = world
        self.store = store
        bootLog = BootLog(clock: world.clock)
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
        return await takeTurns()
    }

    private func takeTurns() async -> Ending {
        var candidate = Candidate(host: world.host, store: store, clock: world.clock)
        while true {
            do throws(StoreError) {
                if let ending = try await takeTurn(&candidate) { return ending }
            } catch .revoked { return .stopped } catch {}
            guard (try? await world.clock.sleep(for: Self.interval)) != nil else { return .stopped }
        }
    }

    /// - Returns: nil where the replica's part goes on.
    private func takeTurn(_ candidate: inout Candidate) async throws(StoreError) -> Ending? {
        let cloud = try await store.get(Cloud.self, Cloud.onlyID)?.document
        switch cloud?.stage {
        case nil: return nil
        case .handedOver: return .handedOver
        case .handingOver:
            let sender = HandoverSender(world: world, store: store)
            return (try? await sender.run()) == nil ? .stopped : .handedOver
        case .seed, .undercloud:
            guard try await isEntitled() else { return nil }
            // After the pivot the undercloud takes itself over, and the seed stands by.
            let isPastPivot = cloud?.stage == .undercloud && cloud?.seed == world.host
            let lease = try await candidate.campaign(isPastPivot ? .lastResort : .regular)
            if let lease { await lead(lease) }
            return nil
        }
    }

    private func lead(_ lease: Lease) async {
        guard let images = try? await ramdiskImages() else { return lease.end() }
        world.journal.record(FlowEvent.leaderElected(world.host, term: lease.term.number))
        let leader = Leader(
            world: world, store: store, lease: lease, images: images, bootLog: bootLog,
            options: await options())
        world.network.claim(ServiceAddress.undercloud)
        await desk.open(leader)
        await leader.run()
        await desk.close()
        world.journal.record(FlowEvent.leaderDeposed(world.host, term: lease.term.number))
    }

    /// What the cloud's record says of how its conductor is to act. A record that cannot be read
    /// now leaves the cautious choice.
    private func options() async -> ConductorOptions {
        var options = ConductorOptions()
        let cloud = try? await store.get(Cloud.self, Cloud.onlyID)?.document
        options.starts = cloud?.starts ?? .usual
        return options
    }

    private func ramdiskImages() async throws(StoreError) -> RamdiskImages {
        guard let kernel = try await image(WellKnownImages.deployKernel),
            let ramdisk = try await image(WellKnownImages.deployRamdisk)
        else { throw .corrupt("the deployment kernel or ramdisk is not in the store") }
        return RamdiskImages(kernel: kernel, ramdisk: ramdisk)
    }

    private func image(_ name: ImageName) async throws(StoreError) -> ImageReference? {
        try await store.get(Image.self, name.text)?.document.reference
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
        let servers = try await store.scan(Server.self, in: Server.undercloud).map(\.document)
        return Membership.isEntitled(world.host, cloud: cloud, servers: servers)
    }
}
