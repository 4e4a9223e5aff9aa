import World

/// What every ``Store`` promises, whichever world it belongs to.
struct StoreContract: Sendable {
    typealias Clause = ContractClause<StoreContract>

    /// Makes an empty store, another one each time.
    let makeStore: @Sendable () async throws(StoreError) -> any Store
    /// Lets all others run until they wait.
    let settle: @Sendable () async -> Void

    static let clauses = reading + committing + watching + carrying

    /// The promises that are broken, in words.
    func violations() async -> [String] {
        var violations: [String] = []
        for clause in Self.clauses {
            if let violation = await clause.violation(by: self) { violations.append(violation) }
        }
        return violations
    }

    func store(holding notes: [Note]) async throws(StoreError) -> any Store {
        let store = try await makeStore()
        for note in notes { try await store.insert(note) }
        return store
    }
}

extension Store {
    @discardableResult
    func insert(_ document: some StoredDocument) async throws(StoreError) -> Revision {
        var transaction = Transaction()
        transaction.insert(document)
        return try await commit(transaction)
    }

    @discardableResult
    func put(_ documents: any StoredDocument...) async throws(StoreError) -> Revision {
        var transaction = Transaction()
        for document in documents { transaction.put(document) }
        return try await commit(transaction)
    }

    func delete<Document: StoredDocument>(
        _ type: Document.Type,
        _ id: String
    ) async throws(StoreError) {
        guard let stored = try await get(type, id) else { return }
        var transaction = Transaction()
        transaction.delete(stored)
        try await commit(transaction)
    }

    /// Adds one to a note's count, and reads and decides again for as long as others are faster.
    func increment(_ id: String) async throws(StoreError) {
        // Each turn that fails is one that another writer won; there are few of those.
        for _ in 0..<10_000 {
            guard let stored = try await get(Note.self, id) else { return }
            var note = stored.document
            note.count += 1
            var transaction = Transaction(durability: note.count % 2 == 0 ? .durable : .relaxed)
            transaction.replace(stored, with: note)
            do {
                try await commit(transaction)
                return
            } catch .conflict {
                continue
            }
        }
    }

    /// The error that a commit throws, or nil.
    func refusal(of transaction: Transaction) async -> StoreError? {
        do {
            try await commit(transaction)
            return nil
        } catch {
            return error
        }
    }
}
