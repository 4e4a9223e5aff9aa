import FoundationEssentials
import GRDB
public import World

/// A store in one SQLite file.
///
/// The file belongs to one process at a time; another is refused with
/// ``StoreError/unavailable(_:)`` until the first closes it or ends. A durable transaction is on
/// the disk when ``commit(_:)`` returns; a relaxed one is with the operating system, and goes to
/// the disk with the next durable one, or when SQLite moves its log into the file.
public final class SQLiteStore: Store {
    private let queue: DatabaseQueue
    private let path: String
    private let notifier = CommitNotifier()

    init(_ queue: DatabaseQueue, path: String) {
        self.queue = queue
        self.path = path
    }

    /// Ends the use of the file. Watches end, and later calls throw
    /// ``StoreError/unavailable(_:)``.
    public func close() throws(StoreError) {
        notifier.close()
        do { try queue.close() } catch { throw StoreError(error, file: path) }
    }

    public func get<Document: StoredDocument>(
        _ type: Document.Type,
        _ id: String
    ) async throws(StoreError) -> Stored<Document>? {
        let row = try await read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT \(StoredRow.columns) FROM document WHERE kind = ? AND id = ?",
                arguments: [Document.kind.bytes, id.bytes]
            ).map(StoredRow.init)
        }
        return try row.flatMap { row throws(StoreError) in try stored(row, type) }
    }

    public func scan<Document: StoredDocument>(
        _ type: Document.Type,
        in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>] {
        let rows = try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(StoredRow.columns) FROM document
                    WHERE kind = ? AND id >= ? AND (? IS NULL OR id < ?) AND json IS NOT NULL
                    ORDER BY id
                    """,
                arguments: Self.bounds(Document.kind, range)
            ).map(StoredRow.init)
        }
        var documents: [Stored<Document>] = []
        for row in rows {
            if let document = try stored(row, type) { documents.append(document) }
        }
        return documents
    }

    public func changes<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        // Goes round once for each commit in the range, and ends with the first that counts.
        while true {
            let mark = notifier.mark
            let changes = try await changesSoFar(to: type, in: range, after: revision)
            guard changes.isEmpty else { return changes }
            try await notifier.wait(Document.kind, range, after: mark)
        }
    }

    public func changesSoFar<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        try await changedRows(Document.kind, range, after: revision)
            .map { row throws(StoreError) in
                let document = try stored(row, type)?.document
                return DocumentChange(
                    id: row.key.id,
                    revision: row.revision,
                    document: document
                )
            }
    }

    public func archive() async throws(StoreError) -> StoreArchive {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(StoredRow.columns) FROM document
                    WHERE json IS NOT NULL ORDER BY kind, id
                    """
            )
            return StoreArchive(
                revision: try StoreLayout.readRevision(database),
                documents: try rows.compactMap { try StoredRow($0).document }
            )
        }
    }

    @discardableResult
    public func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        do {
            return try await queue.writeWithoutTransaction { [notifier] database in
                // SQLite takes this between transactions only.
                try database.execute(sql: "PRAGMA synchronous = \(transaction.durability.pragma)")
                var revision = Revision.zero
                try database.inTransaction(.immediate) {
                    revision = try Self.apply(transaction, to: database)
                    return .commit
                }
                notifier.announce(transaction.writes.map(\.key))
                return revision
            }
        } catch {
            throw StoreError(error, file: path)
        }
    }

    private static func apply(
        _ transaction: Transaction,
        to database: Database
    ) throws -> Revision {
        for condition in transaction.conditions {
            guard try holds(condition, in: database) else {
                throw StoreError.conflict(condition.key)
            }
        }
        let revision = try StoreLayout.readRevision(database).next
        for write in transaction.writes { try apply(write, at: revision, to: database) }
        try StoreLayout.writeRevision(revision, database)
        return revision
    }

    private static func holds(
        _ condition: Transaction.Condition,
        in database: Database
    ) throws -> Bool {
        let number = try liveRevision(condition.key, database)
        switch condition {
        case .absent: return number == nil
        case .unchanged(_, let revision): return number == revision.number
        }
    }

    private static func apply(
        _ write: Transaction.Write,
        at revision: Revision,
        to database: Database
    ) throws {
        let key = write.key
        switch write {
        case .put(let document):
            let encoded = EncodedDocument(document)
            try StoredRow(key: key, revision: revision, document: encoded).write(database)
        case .putEncoded(let document):
            try StoredRow(key: key, revision: revision, document: document).write(database)
        case .delete:
            guard try liveRevision(key, database) != nil else { return }
            // The row stays, for watches that were away.
            try StoredRow(key: key, revision: revision, document: nil).write(database)
        }
    }

    /// The revision of a document that is there.
    private static func liveRevision(_ key: DocumentKey, _ database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: "SELECT revision FROM document WHERE kind = ? AND id = ? AND json IS NOT NULL",
            arguments: [key.kind.bytes, key.id.bytes]
        )
    }

    private func changedRows(
        _ kind: DocumentKind,
        _ range: DocumentRange,
        after revision: Revision
    ) async throws(StoreError) -> [StoredRow] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(StoredRow.columns) FROM document
                    WHERE kind = ? AND id >= ? AND (? IS NULL OR id < ?) AND revision > ?
                    ORDER BY revision, id
                    """,
                arguments: Self.bounds(kind, range) + [revision.number]
            ).map(StoredRow.init)
        }
    }

    private static func bounds(
        _ kind: DocumentKind,
        _ range: DocumentRange
    ) -> StatementArguments {
        let upper = range.upper?.bytes
        return [kind.bytes, range.lower.bytes, upper, upper]
    }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await queue.read(body) } catch { throw StoreError(error, file: path) }
    }

    private func stored<Document: StoredDocument>(
        _ row: StoredRow,
        _ type: Document.Type
    ) throws(StoreError) -> Stored<Document>? {
        guard let encoded = row.document else { return nil }
        return Stored(document: try encoded.decoded(as: type), revision: row.revision)
    }
}

extension Transaction.Durability {
    fileprivate var pragma: String {
        switch self {
        case .durable: "FULL"
        case .relaxed: "NORMAL"
        }
    }
}
