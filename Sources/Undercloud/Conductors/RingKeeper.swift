import BareMetal
import Hardware
import World

/// The leader's part in the ring: lets conductors in, and takes those out that have fallen silent.
actor RingKeeper {
    /// Between two looks.
    private static let interval: Duration = .seconds(5)

    private let world: World
    private let store: any Store
    private let lease: Lease
    private let view: RingView
    private var watch: ConductorWatch

    init(
        world: World, store: any Store, lease: Lease, view: RingView, watch: ConductorWatch
    ) {
        self.world = world
        self.store = store
        self.lease = lease
        self.view = view
        self.watch = watch
    }

    /// Runs until the lease is lost or the process stopped.
    func run() async {
        while lease.isHeld {
            do throws(StoreError) { try await look() } catch .revoked { return } catch {
                // The next look reads everything anew.
            }
            guard (try? await world.clock.sleep(for: Self.interval)) != nil else { return }
        }
    }

    /// One look at who applies and who is silent. What it decides is one transaction.
    func look() async throws(StoreError) {
        guard let cloud = try await store.get(Cloud.self, Cloud.onlyID)?.document else { return }
        let servers = try await Membership.servers(of: cloud, in: store)
        let known = try await store.scan(ConductorRegistration.self)
        let stored = try await store.get(ConductorRing.self, ConductorRing.onlyID)
        let current = stored?.document ?? .empty
        if let stored { await view.take(stored) }
        watch.look(
            at: current, try await store.scan(ConductorBeat.self).map(\.document),
            now: world.clock.now)
        let now = world.clock.now
        let decision = RingDecision(
            current, known.map(\.document),
            isEntitled: { Membership.isEntitled($0, cloud: cloud, undercloudServers: servers) },
            isOver: { watch.isOver($0, now: now) })
        try await carryOut(decision, over: stored, known)
    }

    private func carryOut(
        _ decision: RingDecision, over stored: Stored<ConductorRing>?,
        _ known: [Stored<ConductorRegistration>]
    ) async throws(StoreError) {
        guard decision.ring != nil || !decision.registrations.isEmpty else { return }
        var transaction = Transaction()
        transaction.require(unchanged: lease.leadership)
        if let ring = decision.ring {
            if let stored {
                transaction.replace(stored, with: ring)
            } else {
                transaction.insert(ring)
            }
        }
        for changed in decision.registrations {
            guard let old = known.first(where: { $0.document.host == changed.host }) else {
                continue
            }
            transaction.replace(old, with: changed)
        }
        let revision = try await store.commit(transaction)
        if world.fault(.ringUnheard) { throw .unavailable("its answer was lost") }
        if let ring = decision.ring {
            await view.take(Stored(document: ring, revision: revision))
        }
        for member in decision.admitted {
            world.journal.record(
                FlowEvent.conductorAdmitted(member.host, term: member.term.number))
        }
        for host in decision.evicted { world.journal.record(FlowEvent.conductorEvicted(host)) }
    }
}
