import BareMetal
import Hardware
import Images
import Network
import NodeAgent
import World

/// The services of a replica that leads.
struct Leader: Sendable {
    /// Between two tries to take over from earlier conductors.
    private static let recoveryInterval: Duration = .seconds(2)

    let lease: Lease
    let conductor: Conductor
    private let flow: FlowLoop
    private let world: World
    private let store: any Store

    init(
        world: World, store: any Store, lease: Lease, images: RamdiskImages, bootLog: BootLog,
        options: ConductorOptions
    ) {
        self.world = world
        self.store = store
        self.lease = lease
        conductor = Conductor(
            world: world, store: store, authority: lease.authority,
            service: ServiceAddress.undercloud, images: images, network: PXENetwork(log: bootLog),
            inspector: RamdiskInspector(), options: options)
        flow = FlowLoop(world: world, store: store, lease: lease, conductor: conductor)
    }

    /// Works until the lease is lost or the process stopped.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await LeaseKeeper(lease: lease, store: store, clock: world.clock).run()
            }
            group.addTask { await serve() }
            // Whichever ends first, the other has nothing more to do.
            await group.next()
            lease.end()
            group.cancelAll()
        }
    }

    private func serve() async {
        guard await recover() else { return }
        await withTaskGroup(of: Void.self) { services in
            services.addTask { await conductor.watchTimeouts() }
            services.addTask { await conductor.synchronizePower() }
            services.addTask { await flow.run() }
            await services.next()
            services.cancelAll()
        }
    }

    /// Takes note of an installed system's word.
    func answer(_ checkIn: CheckIn) async throws(ConductorError) {
        for address in checkIn.addresses {
            guard let port = try await conductor.port(address) else { continue }
            try await conductor.notice(checkIn, from: port.node)
            guard let instance = try await conductor.instance(of: port.node) else { continue }
            let contact = Contact(at: world.clock.now, image: checkIn.image)
            return await flow.contacts.heard(instance.id, contact)
        }
        throw .unknownNode(checkIn.host.text)
    }

    private func recover() async -> Bool {
        while lease.isHeld {
            do throws(ConductorError) {
                try await conductor.recover()
                return true
            } catch {
                guard !error.endsAuthority else { return false }
            }
            guard (try? await world.clock.sleep(for: Self.recoveryInterval)) != nil else {
                return false
            }
        }
        return false
    }
}
