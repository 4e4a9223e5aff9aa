import FoundationEssentials
import GRDB
import World

/// One document as the file keeps it, with a checksum of its own: SQLite notices a damaged
/// structure, but not a byte that changed inside a value.
struct StoredRow {
    static let columns = "kind, id, revision, version, json, checksum"

    let key: DocumentKey
    let revision: Revision
    /// Nil where the document was deleted.
    let document: EncodedDocument?

    init(key: DocumentKey, revision: Revision, document: EncodedDocument?) {
        self.key = key
        self.revision = revision
        self.document = document
    }

    /// - Throws: ``StoreError/corrupt(_:)`` where the row is not what was written.
    init(_ row: Row) throws(StoreError) {
        let key = DocumentKey(
            kind: DocumentKind(try row.name("kind")),
            id: try row.name("id")
        )
        self.key = key
        revision = Revision(number: try row.number("revision"))
        if let json = try row.text("json") {
            let version = Int(try row.number("version"))
            document = EncodedDocument(key: key, version: version, json: json)
        } else {
            document = nil
        }
        guard try row.number("checksum") == checksum else {
            throw .corrupt("\(key) is not what was written")
        }
    }

    func write(_ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO document (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision,
                    version = excluded.version, json = excluded.json, checksum = excluded.checksum
                """,
            arguments: [
                key.kind.bytes, key.id.bytes, revision.number, document?.version, document?.json,
                checksum,
            ]
        )
    }

    private var checksum: Int64 {
        var checksum = Checksum()
        checksum.combine(key.kind.text)
        checksum.combine(key.id)
        checksum.combine(revision.number)
        checksum.combine(Int64(document?.version ?? -1))
        checksum.combine(document?.json ?? "")
        return checksum.value
    }
}

extension String {
    /// As keys are kept: SQLite orders blobs by their bytes, and does not end them at a NUL.
    var bytes: Data { Data(utf8) }
}

extension DocumentKind {
    var bytes: Data { text.bytes }
}
