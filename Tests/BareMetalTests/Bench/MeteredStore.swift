import Simulation
import World

/// A store whose calls are counted, and whose answers can be lost.
struct MeteredStore: Store {
    /// What goes wrong with calls that begin while it lasts.
    enum Trouble: Sendable, Hashable {
        case none
        /// Calls fail and have no effect.
        case unreachable
        /// Commits take effect, and their answers are lost; reads fail.
        case answersLost
    }

    let store: any Store
    let meter: StepMeter
    let trouble: Confined<Trouble>

    func get<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(StoreError) -> Stored<Document>? {
        try begin()
        return try await store.get(type, id)
    }

    func scan<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>] {
        try begin()
        return try await store.scan(type, in: range)
    }

    func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        meter.step()
        switch trouble.read({ $0 }) {
        case .none: return try await store.commit(transaction)
        case .unreachable: throw .unavailable("it was made unreachable")
        case .answersLost:
            try await store.commit(transaction)
            throw .unavailable("the answer was lost")
        }
    }

    func changes<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try begin()
        return try await store.changes(to: type, in: range, after: revision)
    }

    func changesSoFar<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try begin()
        return try await store.changesSoFar(to: type, in: range, after: revision)
    }

    func archive() async throws(StoreError) -> StoreArchive {
        try begin()
        return try await store.archive()
    }

    private func begin() throws(StoreError) {
        meter.step()
        guard case .none = trouble.read({ $0 }) else {
            throw .unavailable("it was made unreachable")
        }
    }
}
