import World

extension StoreContract {
    static let watching = [
        Clause("a watch from zero tells the newest state of everything, oldest change first") {
            contract in
            let store = try await contract.store(holding: [Note(id: "b"), Note(id: "a")])
            try await store.put(Note(id: "b", text: "newer"))
            let changes = try await store.changes(to: Note.self, in: .all, after: .zero)
            return changes.map(\.id) == ["a", "b"] && changes.last?.document?.text == "newer"
                && changes.allSatisfy { $0.revision > .zero }
        },
        Clause("a watch tells what is newer than its revision and nothing else") { contract in
            let store = try await contract.store(holding: [Note(id: "a"), Note(id: "b")])
            let seen = try await store.insert(Note(id: "c"))
            let revision = try await store.put(Note(id: "a", text: "newer"), Note(id: "d"))
            let changes = try await store.changes(to: Note.self, in: .all, after: seen)
            return changes.map(\.id) == ["a", "d"]
                && changes.allSatisfy { $0.revision == revision }
        },
        Clause("a watch tells of a deletion, to those who were away as well") { contract in
            let store = try await contract.store(holding: [Note(id: "a"), Note(id: "b")])
            guard let seen = try await store.get(Note.self, "b")?.revision else { return false }
            try await store.delete(Note.self, "a")
            let changes = try await store.changes(to: Note.self, in: .all, after: seen)
            return changes.map(\.id) == ["a"] && changes.first?.document == nil
                && changes.allSatisfy { $0.revision > seen }
        },
        Clause("deleting what is not there is no change") { contract in
            let store = try await contract.store(holding: [Note(id: "a")])
            guard let stored = try await store.get(Note.self, "a") else { return false }
            var transaction = Transaction()
            transaction.delete(stored)
            try await store.commit(transaction)
            let gone = try await store.changes(to: Note.self, in: .all, after: stored.revision)
            guard let deletion = gone.first?.revision else { return false }
            let refusal = await store.refusal(of: transaction)
            let later = try await store.changes(to: Note.self, in: .all, after: stored.revision)
            return refusal == .conflict(stored.key) && later.map(\.revision) == [deletion]
        },
        Clause("what is newer so far is told without waiting, and nothing where nothing is") {
            contract in
            let store = try await contract.store(holding: [Note(id: "a"), Note(id: "b")])
            let seen = try await store.insert(Note(id: "c"))
            let none = try await store.changesSoFar(to: Note.self, in: .all, after: seen)
            try await store.put(Note(id: "b", text: "newer"))
            try await store.delete(Note.self, "a")
            let some = try await store.changesSoFar(to: Note.self, in: .all, after: seen)
            return none.isEmpty && some.map(\.id) == ["b", "a"]
                && some.map { $0.document?.text } == ["newer", nil]
        },
        Clause("a mirror that follows what is newer holds what a scan finds") { contract in
            let store = try await contract.store(holding: [Note(id: "m"), Note(id: "a")])
            var mirror = DocumentMirror<Note>()
            var isTrue = try await mirror.isTrue(of: store)
            for round in 0..<20 {
                try await store.put(Note(id: "n\(round * 7 % 20)", text: "\(round)"), Note(id: "a"))
                if round % 3 == 0 { try await store.delete(Note.self, "n\(round * 7 % 20)") }
                if round % 2 == 0 {
                    let matches = try await mirror.isTrue(of: store)
                    isTrue = isTrue && matches
                }
            }
            let matches = try await mirror.isTrue(of: store)
            return isTrue && matches
        },
        Clause("a watch waits for a commit in its range, and for no other") { contract in
            let store = try await contract.store(holding: [Note(id: "a"), Note(id: "m")])
            let seen = try await store.insert(Note(id: "z"))
            async let changes = store.changes(
                to: Note.self,
                in: DocumentRange(from: "m", upTo: "n"),
                after: seen
            )
            await contract.settle()
            try await store.put(Note(id: "a", text: "before the range"))
            try await store.put(Note(id: "n", text: "behind the range"))
            try await store.put(Tag(id: "m"))
            await contract.settle()
            let revision = try await store.put(Note(id: "m", text: "in the range"))
            let found = try await changes
            return found.map(\.id) == ["m"] && found.first?.revision == revision
        },
        Clause("a watch on a single document is woken by it") { contract in
            let store = try await contract.store(holding: [Note(id: "m")])
            let seen = try await store.insert(Note(id: "z"))
            async let changes = store.changes(
                to: Note.self,
                in: DocumentRange(from: "m", upTo: "m\0"),
                after: seen
            )
            await contract.settle()
            try await store.put(Note(id: "m\0"), Note(id: "l"))
            await contract.settle()
            try await store.delete(Note.self, "m")
            let found = try await changes
            return found.map(\.id) == ["m"] && found.first?.document == nil
        },
        Clause("a watcher who goes on from what it saw misses nothing of many writers") {
            contract in
            let ids = (0..<6).map { "note-\($0)" }
            let store = try await contract.store(holding: ids.map { Note(id: $0) })
            async let watched = follow(store, until: 5 * ids.count)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for id in ids {
                    group.addTask { for _ in 0..<5 { try await store.increment(id) } }
                }
                try await group.waitForAll()
            }
            return try await watched == ids.map { Note(id: $0, count: 5) }
        },
        Clause("a watch whose task is cancelled ends as revoked") { contract in
            let store = try await contract.makeStore()
            let outcome = await withTaskGroup(of: StoreError?.self) { group in
                group.addTask {
                    do throws(StoreError) {
                        _ = try await store.changes(to: Note.self, in: .all, after: .zero)
                        return nil
                    } catch {
                        return error
                    }
                }
                await contract.settle()
                group.cancelAll()
                return await group.next() ?? nil
            }
            return outcome == .revoked
        },
    ]

    /// What a watcher makes of all changes until the counts add up, in order of id.
    private static func follow(
        _ store: any Store,
        until total: Int
    ) async throws(StoreError) -> [Note] {
        var (notes, seen) = ([String: Note](), Revision.zero)
        while notes.values.reduce(0, { $0 + $1.count }) < total {
            let changes = try await store.changes(to: Note.self, in: .all, after: seen)
            guard changes.allSatisfy({ $0.revision > seen }) else { return [] }
            for change in changes { notes[change.id] = change.document }
            seen = changes.last?.revision ?? seen
        }
        return notes.values.sorted { $0.id < $1.id }
    }
}

extension DocumentMirror<Note> {
    /// Follows the store and compares.
    fileprivate mutating func isTrue(of store: any Store) async throws(StoreError) -> Bool {
        try await follow(store)
        let found = try await store.scan(Note.self)
        return found.map(\.document) == stored.map(\.document)
            && found.map(\.revision) == stored.map(\.revision)
    }
}
