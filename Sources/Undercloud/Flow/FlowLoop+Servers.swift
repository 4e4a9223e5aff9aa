import BareMetal
import Compute
import Hardware
import Images
import Plans
import World

extension FlowLoop {
    func createServers(_ view: CloudView) async throws(StoreError) {
        let isReady = view.nodes.allSatisfy(NodeFlow.wasTried) && view.unjudged.isEmpty
        guard view.cloud.stage == .undercloud || isReady else { return }
        let wanted = PlacementFlow.wanted(view)
        guard !wanted.isEmpty else { return }
        var transaction = fenced()
        for server in wanted { transaction.insert(server) }
        try await store.commit(transaction)
        if world.fault(.serversUnheard) { throw .unavailable("its answer was lost") }
    }

    func placeServers(
        _ view: CloudView, _ machines: MachineClaims
    ) async throws(StoreError) {
        let now = world.clock.now
        let homeless = board.servers(in: .unplaced).filter {
            now - board.serverSince(at: $0)
                >= FlowLimits.delay(after: view.servers[$0].failedOn.count - 1)
        }.map(board.servers.stored(at:))
        guard !homeless.isEmpty else { return }
        let placement = PlacementFlow.place(homeless.map(\.document), in: view)
        let byName = Dictionary(uniqueKeysWithValues: homeless.map { ($0.document.name, $0) })
        for (server, result) in placement {
            guard let record = byName[server.name] else {
                preconditionFailure("What is placed was asked for.")
            }
            switch result {
            case .success(let node):
                let flavor = server.flavor(in: view.cloud.plan)
                try await place(assigned(server, to: node), record, flavor, machines)
            case .failure(let refusal):
                let refused = PlacementFlow.refused(server, refusal, in: view)
                if refused != server { try await write(refused, over: record) }
            }
        }
    }

    /// A machine that changed since it was chosen is chosen anew with the next look, and holds up
    /// nobody else.
    private func place(
        _ server: Server, _ record: Stored<Server>, _ flavor: Flavor?, _ machines: MachineClaims
    ) async throws(StoreError) {
        do throws(StoreError) {
            try await write(server, over: record) {
                machines.claim(for: server, flavor: flavor, in: &$0)
            }
        } catch .conflict(let key) where key.kind == Node.kind {}
    }

    func assigned(_ server: Server, to node: NodeName) -> Server {
        var assigned = server
        assigned.state = .deploying
        assigned.node = node
        assigned.instance = newIdentifier()
        if server.failedOn.isEmpty { assigned.lastError = nil }
        return assigned
    }

    func write(
        _ server: Server, over record: Stored<Server>,
        alongside others: (inout Transaction) -> Void = { _ in }
    ) async throws(StoreError) {
        var transaction = fenced()
        transaction.replace(record, with: server)
        others(&transaction)
        try await store.commit(transaction)
        guard server.state != record.document.state else { return }
        world.journal.record(
            FlowEvent.server(
                server.name, from: record.document.state, to: server.state,
                node: (server.node ?? record.document.node)?.text,
                reason: server.state == .active ? nil : server.lastError))
    }

    /// Only those of which something may come: most servers run, and are heard every minute.
    ///
    /// - Parameter ramdisks: how many more may run; less what is started.
    func advanceServers(
        _ view: CloudView, _ machines: MachineClaims, _ ramdisks: inout Int
    ) async throws(StoreError) {
        let due = board.dueServers(at: world.clock.now)
        let heard = await contacts.contacts(
            of: due.compactMap {
                view.servers[$0].state == .deploying ? nil : view.servers[$0].instance
            })
        var losses: Losses?
        for place in due {
            let server = view.servers[place]
            if server.state == .deleting, server.node == nil {
                try await remove(board.servers.stored(at: place), machines)
                continue
            }
            guard let home = server.node.flatMap({ board.nodes.place(of: $0.text) }) else {
                continue
            }
            let image = images[server.image.text]?.document.reference
            if image == nil, server.state == .deploying { continue }
            let (node, now) = (view.nodes[home], world.clock.now)
            let isQueued = ServerFlow.isQueued(server, on: node)
            if isQueued, ramdisks <= 0 { continue }
            let idle = now - board.serverSince(at: place)
            let contact = server.instance.flatMap { heard[$0] }
            let silence = min(contact.map { now - $0.at } ?? idle, now - start)
            let flavor = server.flavor(in: view.cloud.plan)
            let action = ServerFlow.next(
                server, on: node, image: image,
                layout: flavor?.layout, traits: flavor?.traits ?? [], idle: idle,
                nodeIdle: now - board.nodeSince(at: home), contact: contact, silence: silence,
                networks: view.cloud.networkInterface)
            switch action {
            case .nothing:
                board.rest(ServerFlow.rest(of: server, silence: silence, now: now), at: place)
            case .request(let request):
                await ask(request, of: node)
                if isQueued { ramdisks -= 1 }
            // What is refused or fails now is decided about anew at the next look.
            case .switchOn:
                _ = try? await router.ask(PassedPower(.on, of: node.name), about: node)
            case .remove: try await remove(board.servers.stored(at: place), machines)
            case .become(let next):
                if server.state == .active {
                    var room = losses ?? Losses(among: view.servers)
                    let isAdmitted = room.admit()
                    losses = room
                    if !isAdmitted { continue }
                }
                try await become(next, board.servers.stored(at: place), machines)
            }
        }
    }

    /// Nothing is left of a server but its record, and perhaps a claim that came to nothing.
    private func remove(
        _ record: Stored<Server>, _ machines: MachineClaims
    ) async throws(StoreError) {
        var transaction = fenced()
        guard machines.release(record.document, in: &transaction) else { return }
        transaction.delete(record)
        do throws(StoreError) {
            try await store.commit(transaction)
        } catch .conflict(let key) where key.kind == Node.kind {
            return
        }
        world.journal.record(
            FlowEvent.serverDeleted(record.document.name, node: record.document.node?.text))
    }

    /// A server that lets go of its machine takes its claim back in the same transaction.
    private func become(
        _ next: Server, _ record: Stored<Server>, _ machines: MachineClaims
    ) async throws(StoreError) {
        guard next.instance != record.document.instance else {
            return try await write(next, over: record)
        }
        var release = Transaction()
        guard machines.release(record.document, in: &release) else { return }
        do throws(StoreError) {
            try await write(next, over: record) { $0.append(release) }
        } catch .conflict(let key) where key.kind == Node.kind {}
    }
}
