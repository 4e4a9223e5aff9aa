import World

/// A store in memory, which commits a transaction whole or not at all.
actor TableStore: Store {
    private var documents: [DocumentKey: (revision: Revision, document: any StoredDocument)] = [:]
    private var revision = Revision.zero
    private(set) var commits = 0

    func get<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(StoreError) -> Stored<Document>? {
        guard let entry = documents[DocumentKey(kind: Document.kind, id: id)],
            let document = entry.document as? Document
        else { return nil }
        return Stored(document: document, revision: entry.revision)
    }

    func scan<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>] {
        documents.keys.filter { $0.kind == Document.kind && range.contains($0.id) }.sorted()
            .compactMap { key in
                guard let entry = documents[key], let document = entry.document as? Document else {
                    return nil
                }
                return Stored(document: document, revision: entry.revision)
            }
    }

    func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        for condition in transaction.conditions {
            switch condition {
            case .absent(let key): if documents[key] != nil { throw .conflict(key) }
            case .unchanged(let key, let revision):
                if documents[key]?.revision != revision { throw .conflict(key) }
            }
        }
        revision = revision.next
        commits += 1
        for write in transaction.writes {
            switch write {
            case .put(let document): documents[DocumentKey(document)] = (revision, document)
            case .delete(let key): documents[key] = nil
            case .putEncoded: throw .unavailable("the table takes no encoded documents")
            }
        }
        return revision
    }

    func changes<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        throw .unavailable("the table keeps no changes")
    }

    func changesSoFar<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        throw .unavailable("the table keeps no changes")
    }

    func archive() async throws(StoreError) -> StoreArchive {
        throw .unavailable("the table keeps no archive")
    }
}
