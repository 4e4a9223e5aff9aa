import BareMetal
import World

/// A store whose archive lacks its last node: ``CloudBug/handoverDropsNode``.
struct ForgetfulArchive: Store {
    let store: any Store

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
        try await store.commit(transaction)
    }

    func changes<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try await store.changes(to: type, in: range, after: revision)
    }

    func archive() async throws(StoreError) -> StoreArchive {
        let whole = try await store.archive()
        var documents = whole.documents
        if let last = documents.lastIndex(where: { $0.key.kind == Node.kind }) {
            documents.remove(at: last)
        }
        return StoreArchive(revision: whole.revision, documents: documents)
    }
}
