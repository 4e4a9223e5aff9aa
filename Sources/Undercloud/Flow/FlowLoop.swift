import BareMetal
import Compute
import Hardware
import Images
import Orchestration
import Plans
import World

/// The leader's loop: looks at the whole, decides, asks. All it must remember is in the store.
actor FlowLoop {
    let world: World
    let store: any Store
    let lease: Lease
    let router: NodeRouter
    let stacks: StackService
    /// What the overcloud is to be made of, once that is known.
    var template: CloudTemplate??
    /// The overcloud's stack as it was told of last.
    var toldStack: StackRecord?
    let contacts = ContactBook()
    let start: Instant
    private var members = MemberWatch()
    private var lastMembers: [HostAddress] = []
    /// Changed at the beginning of a look only.
    var board = FlowBoard()
    /// Which node an interface belongs to, or belonged to.
    private var interfaces: [MACAddress: String] = [:]
    private(set) var images = DocumentMirror<Image>()
    /// What machines' benchmarks were last held to say.
    var bench = FleetBench()

    init(
        world: World, store: any Store, lease: Lease, router: NodeRouter, stacks: StackService
    ) {
        self.world = world
        self.stacks = stacks
        self.store = store
        self.lease = lease
        self.router = router
        start = world.clock.now
    }

    /// Runs until the lease is lost or the process stopped.
    func run() async {
        while lease.isHeld {
            do throws(StoreError) { try await look() } catch .revoked { return } catch {
                // The next look reads everything anew.
            }
            guard (try? await world.clock.sleep(for: FlowLimits.interval)) != nil else { return }
        }
    }

    /// One look at the whole. What is decided rests on what is read here; each change is checked
    /// against it by the store.
    func look() async throws(StoreError) {
        guard let cloud = try await store.get(Cloud.self, Cloud.onlyID) else { return }
        try await readServers()
        try await readNodes()
        try await judgeMachines(cloud.document.plan.undercloud.introspection)
        let view = CloudView(
            cloud: cloud.document, nodes: board.nodes.documents,
            servers: board.servers.documents,
            undercloudServers: board.undercloudServers(of: cloud.document.plan),
            alive: try await aliveMembers(), unjudged: bench.open(among: board.nodes))
        if PhaseFlow.isReadyForPivot(view) {
            let pivot = try await enter(.pivot, cloud)
            return try await HandoverSender.begin(pivot, lease: lease, store: store)
        }
        let current = try await enter(PhaseFlow.phase(view), cloud)
        for image in try await images.changes(in: store) { images.take(image) }
        try await createServers(view)
        let machines = MachineClaims(board.nodes)
        try await advanceOvercloud(current, view, machines)
        try await placeServers(view, machines)
        var ramdisks = view.cloud.plan.undercloud.concurrentRamdisks - board.transientNodes
        try await advanceServers(view, machines, &ramdisks)
        await advanceNodes(view, ramdisks)
    }

    private func readNodes() async throws(StoreError) {
        if world.fault(.flowLookLost) { throw .unavailable("its answer was lost") }
        let changes = try await board.nodes.changes(in: store)
        for change in changes {
            board.take(change, now: world.clock.now)
            for address in change.document?.addresses ?? [] { interfaces[address] = change.id }
        }
    }

    /// A node as of the last look, by its name; nil where it is not known yet.
    func node(named name: String) -> Node? { board.nodes[name]?.document }

    /// A node as of the last look, by one of its interfaces.
    func node(with address: MACAddress) -> Node? {
        guard let node = interfaces[address].flatMap(node(named:)),
            node.addresses.contains(address)
        else { return nil }
        return node
    }

    /// The server whose instance a node has, as of the last look.
    func server(on node: Node) -> Server? { board.server(on: node) }

    private func readServers() async throws(StoreError) {
        let changes = try await board.servers.changes(in: store)
        for change in changes {
            board.take(change, now: world.clock.now)
        }
    }

    private func aliveMembers() async throws(StoreError) -> [HostAddress] {
        let all = try await store.scan(Member.self).map(\.document)
        let alive = members.alive(among: all, now: world.clock.now)
        for host in lastMembers where !alive.contains(host) {
            world.journal.record(FlowEvent.memberLost(host))
        }
        lastMembers = alive
        return alive
    }

    private func enter(
        _ phase: Phase, _ cloud: Stored<Cloud>
    ) async throws(StoreError) -> Stored<Cloud> {
        guard phase != cloud.document.phase || phase == .enrolment else {
            return cloud
        }
        if phase == cloud.document.phase { return announce(phase, cloud) }
        var entered = cloud.document
        entered.phase = phase
        var transaction = fenced()
        transaction.replace(cloud, with: entered)
        let revision = try await store.commit(transaction)
        world.journal.record(FlowEvent.phase(phase))
        if world.fault(.flowPhaseUnheard) { throw .unavailable("its answer was lost") }
        return Stored(document: entered, revision: revision)
    }

    /// The first phase is begun by nobody's change; the first look tells of it.
    private var hasAnnounced = false

    private func announce(_ phase: Phase, _ cloud: Stored<Cloud>) -> Stored<Cloud> {
        if !hasAnnounced { world.journal.record(FlowEvent.phase(phase)) }
        hasAnnounced = true
        return cloud
    }

    func fenced() -> Transaction {
        var transaction = Transaction()
        transaction.require(unchanged: lease.leadership)
        return transaction
    }

    func newIdentifier() -> Identifier {
        Identifier(drawnFrom: world.random.branch("instances"))
    }
}
