import Foundation
import Hardware
import LiveWorld
import World

/// A store's file in a folder of its own, for as long as one test.
final class StoreFile: Sendable {
    let folder: URL
    let url: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("updraft-\(UUID().uuidString)")
        url = folder.appendingPathComponent("state.sqlite")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var log: URL { folder.appendingPathComponent("state.sqlite-wal") }

    func open() throws(StoreError) -> SQLiteStore { try SQLiteStore.open(url, name: "state") }

    func bytes() throws -> Data { try Data(contentsOf: url) }

    /// Writes some entries, one transaction each, and closes the file.
    func fill(_ count: Int) async throws -> StoreArchive {
        let store = try open()
        for index in 0..<count { try await store.insert(Entry(index)) }
        let archive = try await store.archive()
        try store.close()
        return archive
    }

    /// Why the file is refused; nil where it is opened.
    func refusal() -> StoreError? {
        do throws(StoreError) {
            try open().close()
            return nil
        } catch {
            return error
        }
    }

    /// Whether the file is refused as damaged, by name, and left as it is.
    func isRefusedUntouched() throws -> Bool {
        let before = try bytes()
        guard case .corrupt(let reason) = refusal() else { return false }
        return try reason.contains(url.path) && bytes() == before
    }
}

extension Entry {
    init(_ index: Int) {
        self.init(id: "entry-\(1000 + index)", text: String(repeating: "text \(index) ", count: 20))
    }
}

extension SQLiteStore {
    @discardableResult
    func insert(_ entry: Entry) async throws(StoreError) -> Revision {
        var transaction = Transaction()
        transaction.insert(entry)
        return try await commit(transaction)
    }
}
