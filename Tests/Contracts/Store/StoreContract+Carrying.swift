import World

extension StoreContract {
    static let carrying = [
        Clause("an archive holds everything that is there, in key order, and nothing deleted") {
            contract in
            let store = try await contract.store(holding: [Note(id: "b"), Note(id: "a")])
            try await store.put(Tag(id: "0"), Note(id: "gone"))
            try await store.delete(Note.self, "gone")
            let revision = try await store.put(Note(id: "a", text: "newer"))
            let archive = try await store.archive()
            let expected = [
                EncodedDocument(Note(id: "a", text: "newer")), EncodedDocument(Note(id: "b")),
                EncodedDocument(Tag(id: "0")),
            ]
            return archive.documents == expected && archive.revision == revision
        },
        Clause("an archive restored into an empty store reads the same and sums up the same") {
            contract in
            let source = try await contract.store(holding: (0..<20).map { Note(id: "note-\($0)") })
            try await source.insert(Tag(id: "tag"))
            let archive = try await source.archive()
            let target = try await contract.makeStore()
            try await restore(archive, into: target)
            let notes = try await target.scan(Note.self).map(\.document)
            let originals = try await source.scan(Note.self).map(\.document)
            let tag = try await target.get(Tag.self, "tag")?.document
            let checksum = try await target.archive().checksum
            return checksum == archive.checksum && notes == originals && tag == Tag(id: "tag")
        },
        Clause("what a newer Updraft wrote is carried on unread") { contract in
            let source = try await contract.makeStore()
            try await source.insert(NewerNote(id: "a", colour: "blue"))
            let archive = try await source.archive()
            let target = try await contract.makeStore()
            try await restore(archive, into: target)
            let note = try await target.get(NewerNote.self, "a")?.document
            let documents = try await target.archive().documents
            return documents == archive.documents && note?.colour == "blue"
        },
        Clause("an archive is not restored over what is there") { contract in
            let source = try await contract.store(holding: [Note(id: "a"), Note(id: "b")])
            let target = try await contract.store(holding: [Note(id: "b", text: "own")])
            let archive = try await source.archive()
            let key = DocumentKey(Note(id: "b"))
            do throws(StoreError) {
                try await restore(archive, into: target)
                return false
            } catch {
                guard error == .conflict(key) else { return false }
            }
            return try await target.scan(Note.self).map(\.document) == [Note(id: "b", text: "own")]
        },
    ]

    private static func restore(
        _ archive: StoreArchive,
        into store: any Store
    ) async throws(StoreError) {
        var transaction = Transaction()
        for document in archive.documents { transaction.insert(archived: document) }
        try await store.commit(transaction)
    }
}
