import Hardware
import World

@testable import Harness

/// Makes up what a store carries out, one commit after the other.
struct StoreScript {
    static let seed: StoreName = "seed"
    static let undercloud: StoreName = "undercloud"

    private var revision = Revision.zero
    private(set) var now = Instant.epoch

    mutating func wait(_ duration: Duration) { now = now + duration }

    mutating func commit(
        _ documents: any StoredDocument..., deleting deleted: [DocumentKey] = [],
        to store: StoreName = seed, cause: StoreCommit.Cause = .transaction(.durable),
        restingOn keys: [DocumentKey] = []
    ) -> Observation {
        let puts = documents.map { StoreCommit.Change(key: Self.key($0), before: nil, after: $0) }
        let deletions = deleted.map { StoreCommit.Change(key: $0, before: nil, after: nil) }
        return commit(puts + deletions, to: store, cause: cause, restingOn: keys)
    }

    /// Documents that arrive encoded, as those of another store do.
    mutating func takeOver(
        _ documents: [any StoredDocument], and others: [any StoredDocument],
        to store: StoreName = undercloud
    ) -> Observation {
        let encoded = documents.map {
            StoreCommit.Change(
                key: Self.key($0), before: nil, after: nil, encoded: EncodedDocument($0))
        }
        let puts = others.map { StoreCommit.Change(key: Self.key($0), before: nil, after: $0) }
        return commit(puts + encoded, to: store, cause: .transaction(.durable))
    }

    func tell(_ event: some JournalEvent, by source: String = "datacenter") -> Observation {
        .entry(JournalEntry(sequence: 1, at: now, source: source, event: event))
    }

    private mutating func commit(
        _ changes: [StoreCommit.Change], to store: StoreName, cause: StoreCommit.Cause,
        restingOn keys: [DocumentKey] = []
    ) -> Observation {
        let conditions = keys.map { Transaction.Condition.unchanged($0, revision) }
        revision = revision.next
        return .commit(
            StoreCommit(
                store: store, revision: revision, at: now, cause: cause, changes: changes,
                conditions: conditions))
    }

    static func key(_ document: any StoredDocument) -> DocumentKey {
        DocumentKey(kind: type(of: document).kind, id: document.id)
    }
}
