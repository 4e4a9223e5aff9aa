import Foundation
import Hardware
import LiveWorld
import Testing
import World

@Suite("A journal in a file")
struct JournalFileTests {
    @Test("has one whole JSON object a line, counted without gaps over reopenings")
    func linesAreWholeAndCounted() throws {
        let file = try StoreFile()
        let url = file.folder.appendingPathComponent("journal.jsonl")
        for _ in 0..<3 {
            let journal = try JournalFile(url, source: "test", clock: LiveClock())
            journal.record(StoreEvent.memberJoined("shared", "a \"quoted\"\n\u{1}host\\"))
            journal.record(StoreEvent.recovered("shared", Revision(number: 7)))
            #expect(journal.failure == nil)
            journal.close()
        }
        let lines = try Self.lines(of: url)
        #expect(lines.map { $0["sequence"] as? Int } == [1, 2, 3, 4, 5, 6])
        #expect(lines.allSatisfy { $0["source"] as? String == "test" && $0["at"] is Int })
        #expect(lines[0]["kind"] as? String == "store.member-joined")
        #expect(lines[0]["subject"] as? String == "shared")
        let fields = lines[0]["fields"] as? [String: String]
        #expect(fields == ["host": "a \"quoted\"\n\u{1}host\\"])
        #expect(lines[1]["fields"] as? [String: String] == ["revision": "r7"])
    }

    @Test("drops a line that was cut short, and goes on behind the last whole one")
    func tornLineIsDropped() throws {
        let file = try StoreFile()
        let url = file.folder.appendingPathComponent("journal.jsonl")
        let journal = try JournalFile(url, source: "test", clock: LiveClock())
        for _ in 0..<3 { journal.record(StoreEvent.memberLost("shared", "host")) }
        journal.close()
        let whole = try Data(contentsOf: url)
        for missing in [1, 5, 60] {
            try whole.dropLast(missing).write(to: url)
            let again = try JournalFile(url, source: "test", clock: LiveClock())
            again.record(StoreEvent.memberLost("shared", "host"))
            again.close()
            #expect(try Self.lines(of: url).map { $0["sequence"] as? Int } == [1, 2, 3])
        }
    }

    @Test("keeps the lines of many tasks apart")
    func concurrentLinesStayWhole() async throws {
        let file = try StoreFile()
        let url = file.folder.appendingPathComponent("journal.jsonl")
        let journal = try JournalFile(url, source: "test", clock: LiveClock())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<50 { journal.record(StoreEvent.memberLost("shared", "host")) }
                }
            }
        }
        journal.close()
        #expect(try Self.lines(of: url).map { $0["sequence"] as? Int } == Array(1...400))
    }

    @Test("says so where it cannot be written")
    func unwritableFileIsRefused() throws {
        let file = try StoreFile()
        #expect(throws: JournalFileError.self) {
            _ = try JournalFile(file.folder, source: "test", clock: LiveClock())
        }
    }

    private static func lines(of url: URL) throws -> [[String: Any]] {
        let text = try String(contentsOf: url, encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(object as? [String: Any])
        }
    }
}
