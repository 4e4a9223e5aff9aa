import World

extension StoreContract {
    static let reading = [
        Clause("a document that was never written is not there") { contract in
            let store = try await contract.makeStore()
            let note = try await store.get(Note.self, "a")
            let all = try await store.scan(Note.self)
            return note == nil && all.isEmpty
        },
        Clause("a document reads back as it was written, at its transaction's revision") {
            contract in
            let store = try await contract.makeStore()
            let note = Note(id: "a", count: 7, text: "\u{0}\"é😀\n")
            let revision = try await store.insert(note)
            let stored = try await store.get(Note.self, "a")
            return stored?.document == note && stored?.revision == revision
        },
        Clause("a relaxed commit is read at once") { contract in
            let store = try await contract.makeStore()
            var transaction = Transaction(durability: .relaxed)
            transaction.insert(Note(id: "a"))
            let revision = try await store.commit(transaction)
            return try await store.get(Note.self, "a")?.revision == revision
        },
        Clause("a scan is in order of the ids' UTF-8 bytes") { contract in
            // By UTF-16 units the last two swap; by canonical equivalence two are the same.
            let ids = ["", "B", "a", "a\0", "a\0b", "ab", "e\u{301}", "\u{e9}", "\u{ff5e}", "😀"]
            let store = try await contract.store(holding: ids.reversed().map { Note(id: $0) })
            try await store.insert(Tag(id: "a"))
            let found = try await store.scan(Note.self).map { Array($0.document.id.utf8) }
            return found == ids.map { Array($0.utf8) }
        },
        Clause("a range includes its lower bound and excludes its upper one") { contract in
            let ids = ["a", "b", "b\0", "ba", "c", "d"]
            let store = try await contract.store(holding: ids.map { Note(id: $0) })
            func scan(_ range: DocumentRange) async throws -> [String] {
                try await store.scan(Note.self, in: range).map(\.document.id)
            }
            let middle = try await scan(DocumentRange(from: "b", upTo: "c"))
            let rest = try await scan(DocumentRange(from: "bb"))
            let one = try await scan(DocumentRange(from: "b", upTo: "b\0"))
            let none = try await scan(DocumentRange(from: "c", upTo: "b"))
            return middle == ["b", "b\0", "ba"] && rest == ["c", "d"] && one == ["b"]
                && none.isEmpty
        },
        Clause("a newer layout is refused by get, scan and changes, and named") { contract in
            let store = try await contract.makeStore()
            try await store.insert(NewerNote(id: "a"))
            let expected = StoreError.newerVersion(
                DocumentKey(Note(id: "a")),
                found: 2,
                supported: 1
            )
            return await errors(reading: "a", of: store) == [expected, expected, expected]
        },
        Clause("a document whose contents do not fit its type is damaged, not absent") { contract in
            let store = try await contract.makeStore()
            var transaction = Transaction()
            let key = DocumentKey(Note(id: "a"))
            transaction.insert(archived: EncodedDocument(key: key, version: 1, json: "{}"))
            try await store.commit(transaction)
            return await errors(reading: "a", of: store).allSatisfy {
                guard case .corrupt(let reason) = $0 else { return false }
                return reason.contains("note/a")
            }
        },
    ]

    /// What reading a note in the three ways there are throws; nil where it does not.
    private static func errors(reading id: String, of store: any Store) async -> [StoreError?] {
        var errors: [StoreError?] = []
        do {
            _ = try await store.get(Note.self, id)
            errors.append(nil)
        } catch { errors.append(error) }
        do {
            _ = try await store.scan(Note.self)
            errors.append(nil)
        } catch { errors.append(error) }
        do {
            _ = try await store.changes(to: Note.self, in: .all, after: .zero)
            errors.append(nil)
        } catch { errors.append(error) }
        return errors
    }
}
