import OrderedCollections
import World

/// What a store holds, as all its live members hold it: a value, told what is committed and when
/// it has reached the disks.
struct StoreContents: Sendable {
    /// How to take one write back.
    private struct Undo {
        let key: DocumentKey
        let value: StoredValue?
    }

    /// What one write did, for those who watch from outside.
    struct Effect: Sendable {
        let key: DocumentKey
        let before: StoredValue?
        let after: StoredValue?
    }

    /// Of the newest transaction; it never goes back, even where transactions are undone.
    private(set) var revision = Revision.zero
    /// Of the newest transaction that a loss of all power leaves.
    private(set) var durableRevision = Revision.zero
    private var tables = OrderedDictionary<DocumentKind, DocumentTable>()
    /// How to take back what is not yet durable, oldest first.
    private var undos: [Undo] = []

    /// Documents that are there.
    var count: Int { tables.values.reduce(0) { $0 + $1.count } }

    var hasUnflushedCommits: Bool { revision != durableRevision }

    /// Commits in memory.
    ///
    /// - Throws: ``StoreError/conflict(_:)`` naming the first condition that does not hold.
    mutating func commit(
        _ writes: [Transaction.Write],
        if conditions: [Transaction.Condition]
    ) throws(StoreError) -> [Effect] {
        for condition in conditions where !holds(condition) { throw .conflict(condition.key) }
        revision = revision.next
        let first = undos.count
        for write in writes { apply(write) }
        return undos[first...].map(effect)
    }

    /// Everything committed so far is on the disks.
    mutating func markDurable() {
        durableRevision = revision
        undos.removeAll()
    }

    /// Takes back what was not durable.
    ///
    /// It takes a revision of its own, so that whoever saw what is now undone is told by its watch
    /// and refused by its next compare-and-set.
    mutating func rollBack() -> [Effect] {
        revision = revision.next
        let lost = undos.map(effect)
        for undo in undos.reversed() {
            tables[undo.key.kind, default: DocumentTable()]
                .set(undo.key.id, undo.value, at: revision)
        }
        let effects = lost.map { Effect(key: $0.key, before: $0.after, after: value(at: $0.key)) }
        markDurable()
        return effects
    }

    mutating func get<Document: StoredDocument>(
        _ type: Document.Type,
        _ id: String
    ) throws(StoreError) -> Stored<Document>? {
        try tables[Document.kind]?.get(type, id)
    }

    mutating func scan<Document: StoredDocument>(
        _ type: Document.Type,
        in range: DocumentRange
    ) throws(StoreError) -> [Stored<Document>] {
        try tables[Document.kind]?.scan(type, in: range) ?? []
    }

    mutating func changes<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) throws(StoreError) -> [DocumentChange<Document>] {
        try tables[Document.kind]?.changes(to: type, in: range, after: revision) ?? []
    }

    var archive: StoreArchive {
        let documents = tables.keys.sorted().flatMap { tables[$0]?.encoded ?? [] }
        return StoreArchive(revision: revision, documents: documents)
    }

    private func value(at key: DocumentKey) -> StoredValue? {
        tables[key.kind]?.record(key.id)?.value
    }

    private func effect(_ undo: Undo) -> Effect {
        Effect(key: undo.key, before: undo.value, after: value(at: undo.key))
    }

    private func holds(_ condition: Transaction.Condition) -> Bool {
        let record = tables[condition.key.kind]?.record(condition.key.id)
        switch condition {
        case .absent: return record?.value == nil
        case .unchanged(_, let revision):
            return record?.value != nil && record?.revision == revision
        }
    }

    private mutating func apply(_ write: Transaction.Write) {
        let key = write.key
        switch write {
        case .put(let document): set(key, .value(document))
        case .putEncoded(let document): set(key, .encoded(document))
        case .delete where tables[key.kind]?.record(key.id)?.value == nil: break
        case .delete: set(key, nil)
        }
    }

    private mutating func set(_ key: DocumentKey, _ value: StoredValue?) {
        undos.append(Undo(key: key, value: tables[key.kind]?.record(key.id)?.value))
        tables[key.kind, default: DocumentTable()].set(key.id, value, at: revision)
    }
}
