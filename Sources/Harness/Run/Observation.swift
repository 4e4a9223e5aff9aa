public import World

/// Something seen from outside the services: what was told, or what a store did.
public enum Observation: Sendable {
    /// What a service or a machine told.
    case entry(JournalEntry)
    /// What a store carried out, told by the store itself.
    case commit(StoreCommit)

    /// The world's own time.
    public var at: Instant {
        switch self {
        case .entry(let entry): entry.at
        case .commit(let commit): commit.at
        }
    }

    /// The same with every document typed that a checker may ask for.
    func typed() -> Observation {
        switch self {
        case .entry: self
        case .commit(let commit): .commit(commit.typed())
        }
    }
}
