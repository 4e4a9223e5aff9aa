import Foundation
import Hardware
import LiveWorld
import Testing
import World

@Suite("A store in a file")
struct SQLiteStoreTests {
    @Test("that is closed and opened again keeps everything, and counts on")
    func reopeningKeepsEverything() async throws {
        let file = try StoreFile()
        let archive = try await file.fill(50)
        let store = try file.open()
        #expect(try await store.archive() == archive)
        let revision = try await store.insert(Entry(id: "one more"))
        #expect(revision == archive.revision.next)
        try store.close()
    }

    @Test("belongs to one process at a time")
    func secondOpeningIsRefused() async throws {
        let file = try StoreFile()
        let store = try file.open()
        try await store.insert(Entry(0))
        #expect(file.refusal()?.isTransient == true)
        try store.close()
        #expect(file.refusal() == nil)
    }

    @Test("that is closed answers no more, and its watches end")
    func closedStoreIsUnavailable() async throws {
        let file = try StoreFile()
        let store = try file.open()
        async let watch = Self.watchError(store)
        for _ in 0..<50 { await Task.yield() }
        try store.close()
        let error = await watch
        #expect(error?.isTransient == true)
        await #expect(throws: StoreError.self) { try await store.insert(Entry(0)) }
    }

    @Test("is made in a folder that was not there, once for each name")
    func directorySharesStores() async throws {
        let file = try StoreFile()
        let directory = SQLiteStoreDirectory(file.folder.appendingPathComponent("new/folder"))
        let (first, second) = try await (directory.open("seed"), directory.open("seed"))
        let other = try await directory.open("undercloud")
        var transaction = Transaction()
        transaction.insert(Entry(0))
        try await first.commit(transaction)
        #expect(try await second.scan(Entry.self).count == 1)
        #expect(try await other.scan(Entry.self).isEmpty)
        try await directory.close()
        let again = SQLiteStoreDirectory(file.folder.appendingPathComponent("new/folder"))
        #expect(try await again.open("seed").scan(Entry.self).count == 1)
        try await again.close()
    }

    @Test("is refused a name that leaves the folder", arguments: ["", ".", "..", "../x", "a/b"])
    func unsafeNamesAreRefused(name: String) async throws {
        let file = try StoreFile()
        let directory = SQLiteStoreDirectory(file.folder)
        await #expect(throws: StoreError.self) { _ = try await directory.open(StoreName(name)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: file.folder.path).isEmpty)
    }

    private static func watchError(_ store: SQLiteStore) async -> StoreError? {
        do throws(StoreError) {
            _ = try await store.changes(to: Entry.self, in: .all, after: .zero)
            return nil
        } catch {
            return error
        }
    }
}
