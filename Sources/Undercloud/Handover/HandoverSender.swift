import BareMetal
import Compute
import Hardware
import NodeAgent
import World

/// The seed's side of the pivot. It may be killed at any point and begun again.
///
/// First the seed gives up its own leadership in favour of nobody, and so can change nothing more;
/// then it sends what it has, as often as it takes; then it writes down that it is done.
struct HandoverSender: Sendable {
    /// Between two tries to send.
    private static let retryInterval: Duration = .seconds(10)
    /// The state of a thousand machines is some megabytes.
    private static let transferLimit: Duration = .seconds(120)

    let world: World
    let store: any Store

    /// Freezes the state. Called by the leader, with its lease, when nothing is under way.
    static func begin(
        _ cloud: Stored<Cloud>, lease: Lease, store: any Store
    ) async throws(StoreError) {
        var frozen = cloud.document
        frozen.stage = .handingOver
        var transaction = Transaction()
        transaction.replace(cloud, with: frozen)
        transaction.replace(
            lease.leadership, with: Leadership(term: lease.term.next, holder: nil))
        try await dismissConductors(in: store, &transaction)
        try await store.commit(transaction)
        lease.end()
    }

    /// A store without conductors is one in which no node can be locked, or changed by who has
    /// locked it.
    private static func dismissConductors(
        in store: any Store, _ transaction: inout Transaction
    ) async throws(StoreError) {
        if let ring = try await store.get(ConductorRing.self, ConductorRing.onlyID) {
            transaction.replace(ring, with: ring.document.emptied)
        }
        for stored in try await store.scan(ConductorRegistration.self) {
            var closed = stored.document
            closed.standing = .closed
            transaction.replace(stored, with: closed)
        }
    }

    /// Sends the frozen state until it has been taken over.
    func run() async throws(Interruption) {
        while true {
            if await send() { return }
            try await world.clock.sleep(for: Self.retryInterval)
        }
    }

    private func send() async -> Bool {
        guard let archive = try? await store.archive(), let targets = try? await controlNodes(),
            let cloud = try? await store.get(Cloud.self, Cloud.onlyID)
        else { return false }
        if cloud.document.stage == .handedOver { return true }
        for target in targets {
            guard
                let taken = try? await world.network.call(
                    StateTransfer(archive: archive), to: target, within: Self.transferLimit)
            else { continue }
            guard await finish(cloud) else { return false }
            world.journal.record(
                FlowEvent.handedOver(documents: taken.documents, checksum: taken.checksum))
            return true
        }
        return false
    }

    private func finish(_ cloud: Stored<Cloud>) async -> Bool {
        var done = cloud.document
        done.stage = .handedOver
        var transaction = Transaction()
        transaction.replace(cloud, with: done)
        let isDone = (try? await store.commit(transaction)) != nil
        return isDone && !world.fault(.handoverUnheard)
    }

    /// The control nodes that run, by the addresses they have: their machines' names.
    private func controlNodes() async throws(StoreError) -> [HostAddress] {
        try await store.scan(Server.self).map(\.document)
            .filter { $0.isUndercloud && $0.state == .active }
            .compactMap { $0.node.map { HostAddress($0.text) } }
    }
}
