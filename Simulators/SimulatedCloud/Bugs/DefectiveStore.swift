import BareMetal
import Hardware
import Networks
import Simulation
import Undercloud
import World

/// A store that does something else than it says: ``CloudBug/handoverDropsNode``,
/// ``CloudBug/replicaReadsStale``, ``CloudBug/allocationReturns``, and what goes wrong among
/// conductors.
struct DefectiveStore: Store {
    let store: any Store
    let bug: CloudBug
    let host: HostAddress
    /// The leader's beat as it was first read.
    let staleBeat: Confined<Stored<LeaseBeat>?>
    /// The conductors' beats as each was first read.
    let staleBeats: Confined<[HostAddress: Stored<ConductorBeat>]>
    /// How often the conductors' beats were looked at.
    let looks: Confined<Int>

    func get<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(StoreError) -> Stored<Document>? {
        // Whoever leads writes the ring, and is not to write what it has misread.
        if type == ConductorRing.self, let misread = misreading, try await !isLeading {
            let ring = try await store.get(ConductorRing.self, id)
            return ring.map {
                Stored(document: misread($0.document), revision: $0.revision)
            } as? Stored<Document>
        }
        if bug == .templatesLost, type == DeployTemplate.self { return nil }
        guard bug == .replicaReadsStale, type == LeaseBeat.self else {
            return try await store.get(type, id).map { misread($0) }
        }
        if let stale = staleBeat.read({ $0 }) { return stale as? Stored<Document> }
        let found = try await store.get(LeaseBeat.self, id)
        staleBeat.write { $0 = found }
        return found as? Stored<Document>
    }

    func scan<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>] {
        let found = try await store.scan(type, in: range)
        if bug == .leaderSeesGhosts, let beats = found as? [Stored<ConductorBeat>] {
            return looks.write { looks in
                looks += 1
                return beats.map { Self.ghost(of: $0, looks) }
            } as? [Stored<Document>] ?? found
        }
        guard bug == .leaderEvictsLiving, let beats = found as? [Stored<ConductorBeat>] else {
            return bug == .handsUnseen ? found.map { misread($0) } : found
        }
        return staleBeats.write { stale in
            beats.map { beat in
                if stale[beat.document.host]?.document.term != beat.document.term {
                    stale[beat.document.host] = beat
                }
                return stale[beat.document.host] ?? beat
            }
        } as? [Stored<Document>] ?? found
    }

    func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        let isBeat = transaction.writes.contains { $0.key.kind == ConductorBeat.kind }
        if bug == .conductorOutlivesEviction, isBeat { return .zero }
        if bug == .tenantsStayProvisioned { return try await commitLosingTenants(transaction) }
        if let mistake { return try await store.commit(rewritten(transaction, mistake)) }
        if bug == .machinesLeftOff, let start = try await start(in: transaction) {
            throw .conflict(start)
        }
        if bug == .firmwareForgotten {
            return try await store.commit(withoutFirmware(transaction))
        }
        if bug == .conductorWritesBlindly {
            return try await store.commit(Self.blindly(transaction))
        }
        guard bug == .allocationReturns else { return try await store.commit(transaction) }
        let deleted = try await deletedAllocations(transaction)
        let revision = try await store.commit(transaction)
        guard !deleted.isEmpty else { return revision }
        var back = Transaction()
        for allocation in deleted { back.put(allocation) }
        try await store.commit(back)
        return revision
    }

    private func commitLosingTenants(
        _ transaction: Transaction
    ) async throws(StoreError) -> Revision {
        var back = Transaction()
        for case .put(let document) in transaction.writes {
            guard let binding = document as? PortBinding, binding.vlan == .tenant,
                let old = try await store.get(PortBinding.self, binding.id)
            else { continue }
            back.put(old.document)
        }
        let revision = try await store.commit(transaction)
        if !back.writes.isEmpty { try await store.commit(back) }
        return revision
    }

    /// A sign of life that nobody gave.
    private static func ghost(
        of beat: Stored<ConductorBeat>, _ looks: Int
    ) -> Stored<ConductorBeat> {
        let last = beat.document
        return Stored(
            document: ConductorBeat(host: last.host, term: last.term, count: last.count + looks),
            revision: beat.revision)
    }

    /// A change of a node that comes about whatever happened since it was decided on.
    private static func blindly(_ transaction: Transaction) -> Transaction {
        guard transaction.writes.contains(where: { $0.key.kind == Node.kind }) else {
            return transaction
        }
        var blind = Transaction(durability: transaction.durability)
        for write in transaction.writes {
            switch write {
            case .put(let document): blind.put(document)
            case .delete(let key): blind.remove(key)
            case .putEncoded(let document): blind.insert(archived: document)
            }
        }
        return blind
    }

    private func deletedAllocations(
        _ transaction: Transaction
    ) async throws(StoreError) -> [Allocation] {
        var found: [Allocation] = []
        for case .delete(let key) in transaction.writes where key.kind == Allocation.kind {
            if let stored = try await store.get(Allocation.self, key.id) {
                found.append(stored.document)
            }
        }
        return found
    }

    private var isLeading: Bool {
        get async throws(StoreError) {
            try await store.get(Leadership.self, Leadership.onlyID)?.document.holder == host
        }
    }

    /// How the ring is misread on this host.
    private var misreading: ((ConductorRing) -> ConductorRing)? {
        guard bug == .conductorBreaksLocks || bug == .conductorsDisagree else { return nil }
        return { [host, bug] ring in
            ConductorRing(
                epoch: ring.epoch,
                members: ring.members.map { member in
                    if member.host == host { return member }
                    return bug == .conductorsDisagree ? Self.elsewhere(member) : Self.over(member)
                },
                lastTerm: ring.lastTerm)
        }
    }

    /// The same member in a term that was over before any began.
    private static func over(_ member: ConductorMember) -> ConductorMember {
        ConductorMember(
            host: member.host, scope: member.scope, drivers: member.drivers, life: member.life,
            term: Term(number: 0))
    }

    /// The same member, there for the nodes of a group that has none.
    private static func elsewhere(_ member: ConductorMember) -> ConductorMember {
        ConductorMember(
            host: member.host, scope: .group("elsewhere"), drivers: member.drivers,
            life: member.life, term: member.term)
    }

    func changes<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try await store.changes(to: type, in: range, after: revision).map { misread($0) }
    }

    func changesSoFar<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try await store.changesSoFar(to: type, in: range, after: revision).map { misread($0) }
    }

    func archive() async throws(StoreError) -> StoreArchive {
        let whole = try await store.archive()
        guard bug == .handoverDropsNode else { return whole }
        var documents = whole.documents
        if let last = documents.lastIndex(where: { $0.key.kind == Node.kind }) {
            documents.remove(at: last)
        }
        return StoreArchive(revision: whole.revision, documents: documents)
    }
}
