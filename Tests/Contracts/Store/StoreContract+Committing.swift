import World

extension StoreContract {
    static let committing = [
        Clause("an insert of what is there is refused, named, and changes nothing") { contract in
            let store = try await contract.store(holding: [Note(id: "a", text: "first")])
            var transaction = Transaction()
            transaction.insert(Note(id: "a", text: "second"))
            let refusal = await store.refusal(of: transaction)
            let text = try await store.get(Note.self, "a")?.document.text
            return refusal == .conflict(DocumentKey(Note(id: "a"))) && text == "first"
        },
        Clause("a replacement of what has changed since is refused and named") { contract in
            let store = try await contract.store(holding: [Note(id: "a")])
            guard let stale = try await store.get(Note.self, "a") else { return false }
            try await store.put(Note(id: "a", text: "changed"))
            var transaction = Transaction()
            transaction.replace(stale, with: Note(id: "a", text: "lost"))
            let refusal = await store.refusal(of: transaction)
            let text = try await store.get(Note.self, "a")?.document.text
            return refusal == .conflict(stale.key) && text == "changed"
        },
        Clause("a replacement of what was deleted, even if written anew, is refused") { contract in
            let store = try await contract.store(holding: [Note(id: "a")])
            guard let stale = try await store.get(Note.self, "a") else { return false }
            try await store.delete(Note.self, "a")
            var transaction = Transaction()
            transaction.replace(stale, with: Note(id: "a", text: "lost"))
            let first = await store.refusal(of: transaction)
            try await store.insert(Note(id: "a"))
            let second = await store.refusal(of: transaction)
            return first == .conflict(stale.key) && second == .conflict(stale.key)
        },
        Clause("a deleted document is gone and may be inserted again") { contract in
            let store = try await contract.store(holding: [Note(id: "a"), Note(id: "b")])
            try await store.delete(Note.self, "a")
            let isGone = try await store.get(Note.self, "a") == nil
            let rest = try await store.scan(Note.self).map(\.document.id)
            try await store.insert(Note(id: "a", text: "again"))
            let text = try await store.get(Note.self, "a")?.document.text
            return isGone && rest == ["b"] && text == "again"
        },
        Clause("a deletion of what has changed since is refused") { contract in
            let store = try await contract.store(holding: [Note(id: "a")])
            guard let stale = try await store.get(Note.self, "a") else { return false }
            try await store.put(Note(id: "a", text: "changed"))
            var transaction = Transaction()
            transaction.delete(stale)
            let refusal = await store.refusal(of: transaction)
            let isThere = try await store.get(Note.self, "a") != nil
            return refusal == .conflict(stale.key) && isThere
        },
        Clause("a transaction rests on what it requires, as it stands when it is committed") {
            contract in
            let store = try await contract.store(holding: [Note(id: "lease")])
            guard let lease = try await store.get(Note.self, "lease") else { return false }
            var transaction = Transaction()
            transaction.require(unchanged: lease)
            transaction.put(Note(id: "a"))
            let first = await store.refusal(of: transaction)
            try await store.put(Note(id: "lease", text: "another holder"))
            let second = await store.refusal(of: transaction)
            try await store.delete(Note.self, "lease")
            let third = await store.refusal(of: transaction)
            return first == nil && second == .conflict(lease.key) && third == .conflict(lease.key)
        },
        Clause("a transaction happens as a whole or not at all") { contract in
            let store = try await contract.store(holding: [Note(id: "b")])
            var transaction = Transaction()
            transaction.put(Note(id: "a"))
            transaction.put(Tag(id: "a"))
            transaction.insert(Note(id: "b", text: "second"))
            let refusal = await store.refusal(of: transaction)
            let notes = try await store.scan(Note.self).map(\.document)
            let tags = try await store.scan(Tag.self)
            return refusal == .conflict(DocumentKey(Note(id: "b"))) && notes == [Note(id: "b")]
                && tags.isEmpty
        },
        Clause("the first condition that does not hold is the one named") { contract in
            let store = try await contract.store(holding: [Note(id: "a"), Note(id: "b")])
            var transaction = Transaction()
            transaction.insert(Note(id: "c"))
            transaction.insert(Note(id: "b"))
            transaction.insert(Note(id: "a"))
            return await store.refusal(of: transaction) == .conflict(DocumentKey(Note(id: "b")))
        },
        Clause("revisions grow, and all of a transaction carries the same one") { contract in
            let store = try await contract.makeStore()
            var last = Revision.zero
            for round in 0..<10 {
                let revision = try await store.put(
                    Note(id: "a", count: round),
                    Tag(id: "b"),
                    Note(id: "c\(round)")
                )
                let note = try await store.get(Note.self, "a")?.revision
                let tag = try await store.get(Tag.self, "b")?.revision
                guard revision > last, note == revision, tag == revision else { return false }
                last = revision
            }
            return true
        },
        Clause("one of two who insert the same document at once succeeds") { contract in
            let store = try await contract.makeStore()
            let refusals = await withTaskGroup(of: StoreError?.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        var transaction = Transaction()
                        transaction.insert(Note(id: "a", count: writer))
                        return await store.refusal(of: transaction)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let conflict = StoreError.conflict(DocumentKey(Note(id: "a")))
            return refusals.filter { $0 == nil }.count == 1
                && refusals.filter { $0 == conflict }.count == 7
        },
        Clause("writers who compare and set lose no update of each other's") { contract in
            let store = try await contract.store(holding: [Note(id: "a")])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { for _ in 0..<10 { try await store.increment("a") } }
                }
                try await group.waitForAll()
            }
            return try await store.get(Note.self, "a")?.document.count == 80
        },
    ]
}
