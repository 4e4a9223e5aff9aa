import FoundationEssentials
import GRDB
import Hardware
import World

/// How a store's file is laid out, and how a file is told to be one.
enum StoreLayout {
    /// Marks a file as ours: `UPDR`. SQLite keeps it in the file's header.
    static let applicationID: Int32 = 0x5550_4452
    /// Counts the layouts there have been. SQLite keeps it as `user_version`.
    static let version = 1

    static func create(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE document (
                    kind BLOB NOT NULL,
                    id BLOB NOT NULL,
                    revision INTEGER NOT NULL,
                    version INTEGER,
                    json TEXT,
                    checksum INTEGER NOT NULL,
                    PRIMARY KEY (kind, id)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX document_by_revision ON document (kind, revision);
                CREATE TABLE state (
                    only INTEGER PRIMARY KEY CHECK (only = 1),
                    revision INTEGER NOT NULL,
                    checksum INTEGER NOT NULL
                ) STRICT;
                PRAGMA application_id = \(applicationID);
                PRAGMA user_version = \(version);
                """
        )
        try writeRevision(.zero, database)
    }

    static func readRevision(_ database: Database) throws -> Revision {
        let row = try Row.fetchOne(database, sql: "SELECT revision, checksum FROM state")
        guard let row else { throw StoreError.corrupt("its revision is missing") }
        let number = try row.number("revision")
        guard try row.number("checksum") == checksum(number) else {
            throw StoreError.corrupt("its revision is not what was written")
        }
        return Revision(number: number)
    }

    static func writeRevision(_ revision: Revision, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO state (only, revision, checksum) VALUES (1, ?, ?)",
            arguments: [revision.number, checksum(revision.number)]
        )
    }

    /// Reads all there is and refuses what was not written so.
    static func check(_ database: Database, _ name: StoreName) throws {
        let application = try Int32.fetchOne(database, sql: "PRAGMA application_id")
        guard application == applicationID else {
            throw StoreError.corrupt("it is an SQLite database, but not a store of Updraft")
        }
        try refuseOtherVersion(try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0, name)
        // Rather than quick_check, since the index that watches read must hold every document.
        let verdict = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
        guard verdict == ["ok"] else {
            throw StoreError.corrupt(verdict.first ?? "SQLite finds it damaged")
        }
        try checkDocuments(database)
    }

    static func refuseOtherVersion(_ found: Int, _ name: StoreName) throws(StoreError) {
        let key = DocumentKey(kind: "store", id: name.text)
        if found > version { throw .newerVersion(key, found: found, supported: version) }
        if found < 1 { throw .corrupt("its layout's version is \(found), which there never was") }
    }

    private static func checkDocuments(_ database: Database) throws {
        let newest = try readRevision(database)
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT \(StoredRow.columns) FROM document ORDER BY kind, id"
        )
        while let row = try rows.next() {
            let stored = try StoredRow(row)
            guard stored.revision <= newest else {
                throw StoreError.corrupt("\(stored.key) is newer than the store")
            }
        }
    }

    private static func checksum(_ revision: Int64) -> Int64 {
        var checksum = Checksum()
        checksum.combine(revision)
        return checksum.value
    }
}
