import BareMetal
import Hardware
import Images
import Networks
import Plans
import World

/// One replica's part among the conductors: applies for a place in the ring, and works while it has
/// one.
actor ConductorSeat {
    /// Between two looks whether the leader has let it in.
    private static let admissionInterval: Duration = .seconds(1)
    /// Between two applications.
    private static let interval: Duration = .seconds(5)
    /// After a term was lost in this life: by then the last call that was begun in it is over.
    private static let cooling: Duration = LeaseLimits.takeover - LeaseLimits.validity

    private let world: World
    private let store: any Store
    private let bootLog: BootLog
    let ring: RingView
    private var tenure: Tenure?
    private var seated: Conductor?

    /// - Parameter bootLog: what this replica has seen of starting machines.
    init(world: World, store: any Store, bootLog: BootLog) {
        self.world = world
        self.store = store
        self.bootLog = bootLog
        ring = RingView(store)
    }

    /// The conductor that works here; nil where none may now.
    var conductor: Conductor? { tenure?.isHeld == true ? seated : nil }

    /// Runs until the process is stopped.
    func run() async {
        repeat {
            guard let taken = try? await take() else { continue }
            await work(in: taken.tenure, taken.images)
            guard (try? await world.clock.sleep(for: Self.cooling)) != nil else { return }
        } while (try? await world.clock.sleep(for: Self.interval)) != nil
    }

    private func work(in tenure: Tenure, _ images: RamdiskImages) async {
        let cloud = try? await store.get(Cloud.self, Cloud.onlyID)?.document
        let conductor = Conductor(
            world: world, store: store, authority: tenure.authority(among: ring),
            service: ServiceAddress.undercloud, images: images, network: PXENetwork(log: bootLog),
            inspector: RamdiskInspector(cloud?.plan.undercloud.introspection),
            sources: ReplicaImages(ring: ring, store: store),
            options: options(cloud))
        (self.tenure, seated) = (tenure, conductor)
        let keeper = TenureKeeper(
            tenure: tenure, ring: ring, store: store, clock: world.clock,
            isLate: { [world] in world.fault(.tenureRenewalLate) })
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await keeper.run() }
            group.addTask { await conductor.run() }
            // Whichever ends first, the other has nothing more to do.
            await group.next()
            tenure.end()
            group.cancelAll()
        }
        (self.tenure, seated) = (nil, nil)
    }

    // MARK: Taking a place

    private func take() async throws(StoreError) -> (tenure: Tenure, images: RamdiskImages)? {
        guard let scope = try await Membership.scope(of: world.host, in: store),
            let images = try await ramdiskImages(),
            let admitted = try await apply(for: scope), let term = admitted.document.term
        else { return nil }
        try await ring.refresh()
        let start = world.clock.now
        try await TenureKeeper.beat(admitted, term, 0, store)
        return (Tenure(admitted, term: term, clock: world.clock, begunAt: start), images)
    }

    /// Whoever applies ends whatever an earlier life of this host may still write.
    ///
    /// - Returns: the registration as the leader has admitted it; nil where it was overtaken.
    private func apply(
        for scope: ConductorScope
    ) async throws(StoreError) -> Stored<ConductorRegistration>? {
        let host = world.host
        let old = try await store.get(ConductorRegistration.self, host.text)
        let life = (old?.document.life ?? 0) + 1
        let new = ConductorRegistration(host: host, scope: scope, life: life)
        var transaction = Transaction()
        if let old { transaction.replace(old, with: new) } else { transaction.insert(new) }
        try await store.commit(transaction)
        if world.fault(.seatUnheard) { throw .unavailable("its answer was lost") }
        while true {
            do throws(StoreError) {
                let own = try await store.get(ConductorRegistration.self, host.text)
                guard let own, own.document.life == new.life else { return nil }
                switch own.document.standing {
                case .applied: break
                case .admitted: return own
                case .closed: return nil
                }
            } catch {
                guard case .unavailable = error else { throw error }
            }
            do { try await world.clock.sleep(for: Self.admissionInterval) } catch { throw .revoked }
        }
    }

    /// What the cloud's record says of how its conductors are to act. A record that cannot be read
    /// now leaves the cautious choice.
    private func options(_ cloud: Cloud?) -> ConductorOptions {
        var options = ConductorOptions()
        if cloud?.plan.undercloud.powerSync == .machineFollows {
            options.powerSync = .machineFollows
        }
        let starts = cloud?.starts ?? .usual
        options.networkInterface = cloud?.networkInterface ?? .flat
        // The seed works alone; after it as many as there are control nodes.
        let isAlone = cloud?.stage == .seed
        options.starts = starts.shared(
            among: isAlone ? 1 : cloud?.plan.undercloud.controlNodes ?? 1)
        options.introspection = cloud?.plan.undercloud.introspection?.order
        if let cleaning = cloud?.plan.undercloud.cleaning { options.steps.clean(cleaning) }
        return options
    }

    private func ramdiskImages() async throws(StoreError) -> RamdiskImages? {
        guard let kernel = try await image(WellKnownImages.deployKernel),
            let ramdisk = try await image(WellKnownImages.deployRamdisk)
        else { return nil }
        return RamdiskImages(kernel: kernel, ramdisk: ramdisk)
    }

    private func image(_ name: ImageName) async throws(StoreError) -> ImageReference? {
        try await store.get(Image.self, name.text)?.document.reference
    }
}
