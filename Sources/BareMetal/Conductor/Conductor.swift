import Hardware
import Synchronization
public import World

/// Works on nodes: carries out what was asked of them, step by step, and watches over them
/// (Ironic's conductor).
///
/// All that must survive is in the store. The conductor may be killed between any two awaits; the
/// next one calls ``recover()`` and carries on.
public final class Conductor: Sendable {
    let world: World
    let store: any Store
    let authority: Authority
    /// The address agents report to; it moves with the authority.
    let service: HostAddress
    let images: RamdiskImages
    let network: any ProvisioningNetwork
    let sources: (any ImageSources)?
    let inspector: any Inspector
    let book: StepBook
    let contacts = AgentContacts()
    let register = WorkRegister()
    let options: ConductorOptions
    let workers: WorkerPool
    let starts: StartQueue
    let inHand: NodesInHand
    private let serial = Atomic<Int>(0)

    /// - Parameters:
    ///   - sources: who serves images; nil where whoever has the service's address does.
    ///   - drivers: the steps that hardware drivers bring along.
    public init(
        world: World, store: any Store, authority: Authority, service: HostAddress,
        images: RamdiskImages, network: any ProvisioningNetwork, inspector: any Inspector,
        sources: (any ImageSources)? = nil,
        options: ConductorOptions = ConductorOptions(), drivers: [DriverStep] = []
    ) {
        self.world = world
        self.store = store
        self.authority = authority
        self.service = service
        self.images = images
        self.network = network
        self.sources = sources
        self.inspector = inspector
        self.options = options
        book = StepBook(options.steps, drivers)
        workers = WorkerPool(size: options.workers)
        starts = StartQueue(options.starts)
        inHand = NodesInHand(store, authority)
    }

    func newReservation(for purpose: LockPurpose) -> Reservation {
        let number = serial.wrappingAdd(1, ordering: .relaxed).newValue
        return Reservation(by: world.host, for: purpose, number: number, in: authority.term)
    }

    func controller(of node: Node, until deadline: Instant) -> PowerController {
        let bmc = world.controllers.controller(
            at: node.bmc, driver: node.driver, credentials: node.credentials)
        let owner = node.controllerSerial.map {
            PowerController.Owner(address: node.bmc, serial: $0)
        }
        return PowerController(
            bmc: bmc, clock: world.clock, authority: authority, deadline: deadline, owner: owner)
    }

    /// Waits for the moment at which a node's machine may be switched on.
    func awaitStart(of node: Node) async throws(ConductorError) {
        let now = world.clock.now
        let moment = await starts.turn(on: node.rack, now: now)
        if moment > now { try await pause(moment - now) }
    }

    func read(_ name: String) async throws(ConductorError) -> Stored<Node> {
        let stored: Stored<Node>?
        do { stored = try await store.get(Node.self, name) } catch { throw .store(error) }
        guard let stored else { throw .unknownNode(name) }
        return stored
    }

    func pause(_ duration: Duration) async throws(ConductorError) {
        do { try await world.clock.sleep(for: duration) } catch { throw .interrupted }
    }
}
