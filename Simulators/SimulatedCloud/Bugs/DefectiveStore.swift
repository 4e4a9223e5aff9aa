import BareMetal
import Simulation
import Undercloud
import World

/// A store that does something else than it says: ``CloudBug/handoverDropsNode``,
/// ``CloudBug/replicaReadsStale`` and ``CloudBug/allocationReturns``.
struct DefectiveStore: Store {
    let store: any Store
    let bug: CloudBug
    /// The leader's beat as it was first read.
    let staleBeat: Confined<Stored<LeaseBeat>?>

    func get<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(StoreError) -> Stored<Document>? {
        guard bug == .replicaReadsStale, type == LeaseBeat.self else {
            return try await store.get(type, id)
        }
        if let stale = staleBeat.read({ $0 }) { return stale as? Stored<Document> }
        let found = try await store.get(LeaseBeat.self, id)
        staleBeat.write { $0 = found }
        return found as? Stored<Document>
    }

    func scan<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>] {
        try await store.scan(type, in: range)
    }

    func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        guard bug == .allocationReturns else { return try await store.commit(transaction) }
        let deleted = try await deletedAllocations(transaction)
        let revision = try await store.commit(transaction)
        guard !deleted.isEmpty else { return revision }
        var back = Transaction()
        for allocation in deleted { back.put(allocation) }
        try await store.commit(back)
        return revision
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

    func changes<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try await store.changes(to: type, in: range, after: revision)
    }

    func changesSoFar<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try await store.changesSoFar(to: type, in: range, after: revision)
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
