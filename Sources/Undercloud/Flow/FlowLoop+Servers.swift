import BareMetal
import Compute
import Hardware
import Plans
import World

extension FlowLoop {
    func createServers(_ view: CloudView) async throws(StoreError) {
        let isPoolKnown = view.nodes.allSatisfy(NodeFlow.wasTried)
        guard isPoolKnown || view.cloud.stage == .undercloud else { return }
        let wanted = PlacementFlow.wanted(view)
        guard !wanted.isEmpty else { return }
        var transaction = fenced()
        for server in wanted { transaction.insert(server) }
        try await store.commit(transaction)
    }

    func placeServers(
        _ records: [Stored<Server>], _ view: CloudView, _ machines: MachineClaims
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
            case .success(let node):
                let flavor = view.cloud.plan.flavor(named: server.flavor)
                try await place(assigned(server, to: node), record, flavor, machines)
            case .failure(let refusal):
                guard server.lastError != refusal.description else { continue }
                var waiting = server
                waiting.lastError = refusal.description
                try await write(waiting, over: record)
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

    func advanceServers(
        _ records: [Stored<Server>], _ view: CloudView, _ machines: MachineClaims
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
                server, on: node, image: image,
                layout: view.cloud.plan.flavor(named: server.flavor)?.layout,
                traits: view.cloud.plan.flavor(named: server.flavor)?.traits ?? [], idle: idle,
                nodeIdle: self.idle(node), contact: contact,
                silence: min(silence, world.clock.now - start),
                networks: view.cloud.networkInterface)
            switch action {
            case .nothing: break
            case .request(let request): await ask(request, of: node)
            // What is refused or fails now is decided about anew at the next look.
            case .switchOn:
                _ = try? await router.ask(PassedPower(.on, of: node.name), about: node)
            case .become(let next):
                if server.state == .active, !losses.admit() { continue }
                try await become(next, record, machines)
            }
        }
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
