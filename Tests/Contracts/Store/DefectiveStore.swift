import World

/// A store with one planted defect, to show that the contract tells it from a sound one.
struct DefectiveStore: Store {
    enum Defect: String, CaseIterable {
        case scansBackwards, includesUpperBound, splitsTransactions, hidesDeletions
        case repeatsRevisions, skipsChanges, watchesEverything, forgetsInArchive
        case readsDamagedAsAbsent, dropsRelaxedInserts, namesAnotherKey, holdsBackNews

        /// Words of a promise that a store with this defect must be seen to break.
        var broken: String {
            switch self {
            case .scansBackwards: "in order of the ids' UTF-8 bytes"
            case .includesUpperBound: "excludes its upper one"
            case .splitsTransactions: "as a whole or not at all"
            case .hidesDeletions: "tells of a deletion"
            case .repeatsRevisions: "revisions grow"
            case .skipsChanges: "a watch from zero tells the newest state of everything"
            case .watchesEverything: "newer than its revision and nothing else"
            case .forgetsInArchive: "an archive holds everything"
            case .readsDamagedAsAbsent: "is damaged, not absent"
            case .dropsRelaxedInserts: "a relaxed commit is read at once"
            case .holdsBackNews: "what is newer so far is told without waiting"
            case .namesAnotherKey: "the first condition that does not hold"
            }
        }
    }

    let sound: any Store
    let defect: Defect

    func get<Document: StoredDocument>(
        _ type: Document.Type,
        _ id: String
    ) async throws(StoreError) -> Stored<Document>? {
        do {
            return try await sound.get(type, id)
        } catch .corrupt where defect == .readsDamagedAsAbsent {
            return nil
        }
    }

    func scan<Document: StoredDocument>(
        _ type: Document.Type,
        in range: DocumentRange
    ) async throws(StoreError) -> [Stored<Document>] {
        switch defect {
        case .scansBackwards: return try await sound.scan(type, in: range).reversed()
        case .includesUpperBound:
            let upper = range.upper.map { $0 + "\0" }
            return try await sound.scan(type, in: DocumentRange(from: range.lower, upTo: upper))
        default: return try await sound.scan(type, in: range)
        }
    }

    func commit(_ transaction: Transaction) async throws(StoreError) -> Revision {
        do {
            if defect == .dropsRelaxedInserts, transaction.durability == .relaxed,
                case .absent = transaction.conditions.first
            {
                return try await sound.commit(Transaction())
            }
            if defect == .splitsTransactions, transaction.writes.count > 1 {
                var first = Transaction()
                first.put(Note(id: transaction.writes[0].key.id))
                try await sound.commit(first)
            }
            let revision = try await sound.commit(transaction)
            return defect == .repeatsRevisions ? Revision(number: 1) : revision
        } catch .conflict where defect == .namesAnotherKey {
            throw .conflict(transaction.conditions.last?.key ?? DocumentKey(Note(id: "")))
        }
    }

    func changes<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        let start = defect == .watchesEverything ? .zero : revision
        return told(try await sound.changes(to: type, in: range, after: start))
    }

    func changesSoFar<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        let changes = try await sound.changesSoFar(to: type, in: range, after: revision)
        guard defect == .holdsBackNews else { return told(changes) }
        return Array(changes.dropLast())
    }

    private func told<Document: StoredDocument>(
        _ changes: [DocumentChange<Document>]
    ) -> [DocumentChange<Document>] {
        switch defect {
        case .hidesDeletions: return changes.filter { $0.document != nil }
        case .skipsChanges: return changes.count > 1 ? Array(changes.dropLast()) : changes
        default: return changes
        }
    }

    func archive() async throws(StoreError) -> StoreArchive {
        let archive = try await sound.archive()
        guard defect == .forgetsInArchive else { return archive }
        return StoreArchive(
            revision: archive.revision,
            documents: Array(archive.documents.dropLast())
        )
    }
}
