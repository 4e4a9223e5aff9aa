import Undercloud
import World

/// Which store's word counts: the seed's, which is the first to be written, until another takes
/// its state over.
struct AuthoritativeStore {
    private(set) var name: StoreName?

    /// Takes note of a commit and tells whether its store is the authoritative one.
    mutating func includes(_ commit: StoreCommit) -> Bool {
        if name == nil || commit.touches(Handover.kind) { name = commit.store }
        return name == commit.store
    }
}
