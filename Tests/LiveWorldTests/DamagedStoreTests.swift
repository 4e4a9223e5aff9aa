import Foundation
import GRDB
import Hardware
import LiveWorld
import Testing
import World

@Suite("A store's file")
struct DamagedStoreTests {
    @Test("that is cut short anywhere is refused by name and left as it is")
    func truncatedFileIsRefused() async throws {
        let whole = try StoreFile()
        _ = try await whole.fill(100)
        let bytes = try whole.bytes()
        #expect(bytes.count > 16 * 1024)
        for length in stride(from: 0, to: bytes.count, by: 997) {
            let file = try StoreFile()
            try bytes.prefix(length).write(to: file.url)
            #expect(try file.isRefusedUntouched(), "cut to \(length) of \(bytes.count) bytes")
        }
    }

    @Test("with any byte changed is refused, or reads as it was written: never as something else")
    func changedByteIsNeverRead() async throws {
        let whole = try StoreFile()
        let archive = try await whole.fill(60)
        let bytes = try whole.bytes()
        var refusals = 0
        for offset in Array(0..<100) + Array(stride(from: 100, to: bytes.count, by: 61)) {
            let file = try StoreFile()
            var changed = bytes
            changed[offset] ^= UInt8(1 << (offset % 8))
            try changed.write(to: file.url)
            do throws(StoreError) {
                let store = try file.open()
                let found = try await store.archive()
                #expect(found == archive, "byte \(offset)")
                try store.close()
            } catch {
                refusals += 1
                #expect(!error.isTransient, "byte \(offset): \(error)")
            }
        }
        #expect(refusals > 100)
    }

    @Test("with a log cut short anywhere opens with the transactions before the cut, in order")
    func truncatedLogLosesOnlyTheEnd() async throws {
        let source = try StoreFile()
        let store = try source.open()
        for index in 0..<20 { try await store.insert(Entry(index)) }
        let (bytes, log) = try (source.bytes(), Data(contentsOf: source.log))
        var counts: Set<Int> = []
        for length in stride(from: 0, through: log.count, by: 2999) {
            let copy = try StoreFile()
            try bytes.write(to: copy.url)
            try log.prefix(length).write(to: copy.log)
            let reopened = try copy.open()
            let entries = try await reopened.scan(Entry.self).map(\.document)
            #expect(entries == (0..<entries.count).map { Entry($0) })
            counts.insert(entries.count)
            try reopened.close()
        }
        try store.close()
        #expect(counts.count > 5)
    }

    @Test("whose process was killed keeps all that was committed")
    func unclosedFileKeepsEverything() async throws {
        let source = try StoreFile()
        let store = try source.open()
        for index in 0..<20 { try await store.insert(Entry(index)) }
        let copy = try StoreFile()
        try source.bytes().write(to: copy.url)
        try Data(contentsOf: source.log).write(to: copy.log)
        try store.close()
        let reopened = try copy.open()
        #expect(try await reopened.scan(Entry.self).count == 20)
        try reopened.close()
    }

    @Test("that is gone while its log is there is refused")
    func missingFileWithLogIsRefused() throws {
        let file = try StoreFile()
        try Data(repeating: 1, count: 100).write(to: file.log)
        guard case .corrupt(let reason) = file.refusal() else {
            Issue.record("It was opened.")
            return
        }
        #expect(reason.contains(file.url.path))
        #expect(!FileManager.default.fileExists(atPath: file.url.path))
    }

    @Test(
        "that is something else is refused by name and left as it is",
        arguments: ["", "no database", String(repeating: "garbage ", count: 4096)]
    )
    func garbageIsRefused(contents: String) throws {
        let file = try StoreFile()
        try Data(contents.utf8).write(to: file.url)
        #expect(try file.isRefusedUntouched())
    }

    @Test("that is another program's database is refused by name and left as it is")
    func foreignDatabaseIsRefused() throws {
        let file = try StoreFile()
        let queue = try DatabaseQueue(path: file.url.path)
        try queue.write { try $0.execute(sql: "CREATE TABLE document (kind, id)") }
        try queue.close()
        #expect(try file.isRefusedUntouched())
    }

    @Test("in a newer layout is refused with both versions, and left as it is")
    func newerLayoutIsRefused() async throws {
        let file = try StoreFile()
        _ = try await file.fill(3)
        let queue = try DatabaseQueue(path: file.url.path)
        try await queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 2") }
        try queue.close()
        let before = try file.bytes()
        let key = DocumentKey(kind: "store", id: "state")
        #expect(file.refusal() == .newerVersion(key, found: 2, supported: 1))
        #expect(try file.bytes() == before)
    }

    @Test("in a newer layout that only its log tells of is refused all the same")
    func newerLayoutInLogIsRefused() async throws {
        let source = try StoreFile()
        _ = try await source.fill(3)
        let queue = try DatabaseQueue(path: source.url.path)
        try await queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 2") }
        let copy = try StoreFile()
        try source.bytes().write(to: copy.url)
        try Data(contentsOf: source.log).write(to: copy.log)
        try queue.close()
        let before = try copy.bytes()
        let key = DocumentKey(kind: "store", id: "state")
        #expect(copy.refusal() == .newerVersion(key, found: 2, supported: 1))
        #expect(try copy.bytes() == before)
    }
}
