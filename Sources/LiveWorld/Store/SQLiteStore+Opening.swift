public import FoundationEssentials
import GRDB
import Glibc
public import World

extension SQLiteStore {
    /// Opens a store's file, or makes it.
    ///
    /// A file that is damaged, that is something else, or that a newer Updraft wrote is refused and
    /// left as it is. A file appears whole or not at all, so an empty one is a damaged one.
    ///
    /// - Throws: ``StoreError/corrupt(_:)`` naming the file,
    ///   ``StoreError/newerVersion(_:found:supported:)``, ``StoreError/unavailable(_:)``.
    public static func open(_ file: URL, name: StoreName) throws(StoreError) -> SQLiteStore {
        let path = file.path
        if access(path, F_OK) != 0 {
            guard access(path + "-wal", F_OK) != 0 else {
                throw .corrupt("\(path) is gone, but its log is still there")
            }
            try create(path)
        }
        try StoreFileHeader(path).check(path, name)
        do {
            // First without the right to write: closing a file may move its log into it.
            let inspection = try DatabaseQueue(
                path: path,
                configuration: configuration(.inspecting)
            )
            try inspection.read { try StoreLayout.check($0, name) }
            try inspection.close()
            let queue = try DatabaseQueue(path: path, configuration: configuration(.owning))
            return SQLiteStore(queue, path: path)
        } catch {
            throw StoreError(error, file: path)
        }
    }

    private enum Access {
        case inspecting, owning
    }

    private static func configuration(_ access: Access) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .inspecting
        guard access == .owning else { return configuration }
        configuration.prepareDatabase { database in
            // Watches are woken by this process's own commits, so there must be no others.
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try database.execute(sql: "BEGIN IMMEDIATE; COMMIT")
        }
        return configuration
    }

    private static func create(_ path: String) throws(StoreError) {
        let draft = "\(path).new-\(getpid())"
        for leftover in [draft, draft + "-wal", draft + "-shm"] { unlink(leftover) }
        do {
            let queue = try DatabaseQueue(path: draft)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = WAL")
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.inTransaction {
                    try StoreLayout.create(database)
                    return .commit
                }
            }
            try queue.close()
        } catch {
            throw StoreError(error, file: path)
        }
        // A link, unlike a renaming, does not replace a store made by another process meanwhile.
        let status = link(draft, path)
        let code = errno
        unlink(draft)
        guard status == 0 || code == EEXIST else {
            throw .unavailable("\(path): \(SystemCall.message(code))")
        }
        try flushFolder(of: path)
    }

    /// The file's name must survive a loss of power as its contents do.
    private static func flushFolder(of path: String) throws(StoreError) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if descriptor >= 0 { Glibc.close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw .unavailable("\(folder): \(SystemCall.message(errno))")
        }
    }
}
