import Simulation
import World

/// A store whose commits succeed, and after the first take long to say so.
struct SlowStore: Store {
    let store: any Store
    let process: SimulatedProcess
    let delay: Duration
    let commits: Confined<Int>

    func get<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(StoreError) -> Stored<Document>? {
        try await store.get(type, id)
    }

    func scan<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>] {
        try await store.scan(type, in: range)
    }

    func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        let revision = try await store.commit(transaction)
        commits.write { $0 += 1 }
        guard commits.read({ $0 > 1 }) else { return revision }
        do {
            try await process.wait(WaitReason("is slow"), until: process.simulator.now + delay)
        } catch { throw .revoked }
        return revision
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

    func archive() async throws(StoreError) -> StoreArchive { try await store.archive() }
}
