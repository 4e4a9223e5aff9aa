/// Documents that outlive processes, changed by compare-and-set transactions.
///
/// Reads see the newest committed state. A transaction is atomic and, where its conditions hold,
/// takes the next revision; readers and watchers see all of it or nothing.
public protocol Store: Sendable {
    /// The document of this id, or nil.
    func get<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(StoreError) -> Stored<Document>?

    /// All documents of a kind with ids in `range`, in order of id, at one revision.
    func scan<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>]

    /// - Returns: the transaction's revision.
    /// - Throws: ``StoreError/conflict(_:)`` naming the first condition that does not hold.
    @discardableResult
    func commit(_ transaction: Transaction) async throws(StoreError) -> Revision

    /// Waits until documents of a kind in `range` are newer than `revision`, and returns their
    /// newest states, oldest change first. Changes in between may be folded into one; none is
    /// missed.
    func changes<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>]

    /// The same without waiting: empty where nothing is newer.
    func changesSoFar<Document: StoredDocument>(
        to type: Document.Type, in range: DocumentRange, after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>]

    /// Everything there is, at one revision.
    func archive() async throws(StoreError) -> StoreArchive
}

extension Store {
    public func scan<Document: StoredDocument>(
        _ type: Document.Type
    ) async throws(StoreError) -> [Stored<Document>] {
        try await scan(type, in: .all)
    }
}
