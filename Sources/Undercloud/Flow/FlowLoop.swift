import BareMetal
import Compute
import Hardware
import Images
import Plans
import World

/// The leader's loop: looks at the whole, decides, asks. All it must remember is in the store.
actor FlowLoop {
    let world: World
    let store: any Store
    let lease: Lease
    let conductor: Conductor
    let contacts = ContactBook()
    private let start: Instant
    private var nodeSights = Sightings<String, NodeSight>()
    private var serverSights = Sightings<String, ServerState>()
    private var members = MemberWatch()
    private var lastMembers: [HostAddress] = []
    private var images: [ImageName: ImageReference] = [:]

    init(world: World, store: any Store, lease: Lease, conductor: Conductor) {
        self.world = world
        self.store = store
        self.lease = lease
        self.conductor = conductor
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
        let records = try await store.scan(Server.self)
        let view = CloudView(
            cloud: cloud.document, nodes: try await store.scan(Node.self).map(\.document),
            servers: records.map(\.document), alive: try await aliveMembers())
        if PhaseFlow.isReadyForPivot(view) {
            let pivot = try await enter(.pivot, cloud)
            return try await HandoverSender.begin(pivot, lease: lease, store: store)
        }
        let current = try await enter(PhaseFlow.phase(view), cloud)
        if images.isEmpty { try await readImages() }
        try await createServers(view)
        try await advanceOvercloud(current, view)
        try await placeServers(records, view)
        try await advanceServers(records, view)
        await advanceNodes(view)
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

    private func readImages() async throws(StoreError) {
        for image in try await store.scan(Image.self) {
            images[image.document.name] = image.document.reference
        }
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

    /// The servers' and nodes' patience, measured by this loop's own clock.
    private func idle(_ node: Node) -> Duration {
        let now = world.clock.now
        return now - nodeSights.since(node.id, NodeSight(node), now: now)
    }

    private func idle(_ server: Server) -> Duration {
        let now = world.clock.now
        return now - serverSights.since(server.id, server.state, now: now)
    }

    // MARK: Servers

    private func createServers(_ view: CloudView) async throws(StoreError) {
        let isPoolKnown = view.nodes.allSatisfy(NodeFlow.wasTried)
        guard isPoolKnown || view.cloud.stage == .undercloud else { return }
        let wanted = PlacementFlow.wanted(view)
        guard !wanted.isEmpty else { return }
        var transaction = fenced()
        for server in wanted { transaction.insert(server) }
        try await store.commit(transaction)
    }

    private func advanceOvercloud(
        _ cloud: Stored<Cloud>, _ view: CloudView
    ) async throws(StoreError) {
        guard cloud.document.stage == .undercloud else { return }
        switch cloud.document.overcloud {
        case .pending where PhaseFlow.isUndercloudComplete(view), .refused:
            try await admitOvercloud(cloud, view)
        case .accepted where view.overcloudServers.allSatisfy({ $0.state == .active }):
            try await registerEndpoints(cloud)
        default: break
        }
    }

    /// All or nothing: a cloud that cannot be whole is refused before anything of it is deployed.
    private func admitOvercloud(
        _ cloud: Stored<Cloud>, _ view: CloudView
    ) async throws(StoreError) {
        let placement = PlacementFlow.place(PlacementFlow.overcloud(view), in: view)
        var (next, transaction) = (cloud.document, fenced())
        var refusals: [String] = []
        for (server, result) in placement {
            switch result {
            case .success(let node): transaction.insert(assigned(server, to: node))
            case .failure(let refusal): refusals.append(refusal.description)
            }
        }
        if refusals.isEmpty {
            next.overcloud = .accepted
            transaction.replace(cloud, with: next)
            try await store.commit(transaction)
        } else if view.nodes.allSatisfy(NodeFlow.isSettled) {
            try await refuse(cloud, refusals)
        }
    }

    /// A refusal is looked at again with every look: machines may come back.
    private func refuse(
        _ cloud: Stored<Cloud>, _ refusals: [String]
    ) async throws(StoreError) {
        let rest = refusals.count > 1 ? " (and \(refusals.count - 1) more servers)" : ""
        var next = cloud.document
        next.overcloud = .refused(reason: refusals[0] + rest)
        guard next != cloud.document else { return }
        var transaction = fenced()
        transaction.replace(cloud, with: next)
        try await store.commit(transaction)
        world.journal.record(FlowEvent.overcloudRefused(reason: refusals[0] + rest))
    }

    private func registerEndpoints(_ cloud: Stored<Cloud>) async throws(StoreError) {
        var (next, transaction) = (cloud.document, fenced())
        next.overcloud = .deployed
        transaction.replace(cloud, with: next)
        for endpoint in OvercloudEndpoints.all { transaction.put(endpoint) }
        try await store.commit(transaction)
        world.journal.record(
            FlowEvent.endpointsRegistered(count: OvercloudEndpoints.all.count))
    }

    private func placeServers(
        _ records: [Stored<Server>], _ view: CloudView
    ) async throws(StoreError) {
        let homeless = records.filter {
            $0.document.state == .unplaced
                && idle($0.document) >= FlowLimits.delay(after: $0.document.failedOn.count - 1)
        }
        guard !homeless.isEmpty else { return }
        let placement = PlacementFlow.place(homeless.map(\.document), in: view)
        let byName = Dictionary(uniqueKeysWithValues: homeless.map { ($0.document.name, $0) })
        for (server, result) in placement {
            guard let record = byName[server.name] else {
                preconditionFailure("What is placed was asked for.")
            }
            switch result {
            case .success(let node): try await write(assigned(server, to: node), over: record)
            case .failure(let refusal):
                guard server.lastError != refusal.description else { continue }
                var waiting = server
                waiting.lastError = refusal.description
                try await write(waiting, over: record)
            }
        }
    }

    private func assigned(_ server: Server, to node: NodeName) -> Server {
        var assigned = server
        assigned.state = .deploying
        assigned.node = node
        assigned.instance = newIdentifier()
        if server.failedOn.isEmpty { assigned.lastError = nil }
        return assigned
    }

    private func write(
        _ server: Server, over record: Stored<Server>
    ) async throws(StoreError) {
        var transaction = fenced()
        transaction.replace(record, with: server)
        try await store.commit(transaction)
        guard server.state != record.document.state else { return }
        world.journal.record(
            FlowEvent.server(
                server.name, from: record.document.state, to: server.state,
                node: (server.node ?? record.document.node)?.text,
                reason: server.state == .active ? nil : server.lastError))
    }

    private func advanceServers(
        _ records: [Stored<Server>], _ view: CloudView
    ) async throws(StoreError) {
        let nodes = Dictionary(uniqueKeysWithValues: view.nodes.map { ($0.name, $0) })
        let heard = await contacts.contacts()
        var losses = Losses(among: view.servers)
        for record in records {
            let server = record.document
            guard let name = server.node, let node = nodes[name],
                let image = images[server.image]
            else { continue }
            let idle = idle(server)
            let contact = server.instance.flatMap { heard[$0] }
            let silence = contact.map { world.clock.now - $0.at } ?? idle
            let action = ServerFlow.next(
                server, on: node, image: image, idle: idle, nodeIdle: self.idle(node),
                contact: contact,
                silence: min(silence, world.clock.now - start))
            switch action {
            case .nothing: break
            case .request(let request): await ask(request, of: node)
            case .become(let next):
                if server.state == .active, !losses.admit() { continue }
                try await write(next, over: record)
            }
        }
    }

    // MARK: Nodes

    /// Asks what is next of each node. Ramdisks are started a bounded number at a time; asking a
    /// controller whether it is there takes a moment only, and is not held up by them.
    private func advanceNodes(_ view: CloudView) async {
        let owned = Set(view.servers.compactMap(\.node))
        var requests = FlowLimits.requestsPerLook
        var ramdisks =
            FlowLimits.concurrentRamdisks
            - view.nodes.filter { $0.provisionState.isTransient }.count
        for node in view.nodes {
            let idle = idle(node)
            guard requests > 0, lease.isHeld else { return }
            let ownership: NodeFlow.Ownership = owned.contains(node.name) ? .owned : .unowned
            guard let request = NodeFlow.next(node, isOwned: ownership, idle: idle),
                request == .manage || ramdisks > 0
            else { continue }
            await ask(request, of: node)
            requests -= 1
            if request != .manage { ramdisks -= 1 }
        }
    }

    /// A request that is refused or lost is decided about anew at the next look.
    private func ask(_ request: NodeRequest, of node: Node) async {
        _ = try? await conductor.request(request, of: node.name)
    }
}
