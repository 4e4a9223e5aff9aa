import Undercloud
public import World

/// Which store's word counts: the seed's, which is the first to be written, until another takes
/// its state over.
public struct AuthoritativeStore: Sendable {
    public private(set) var name: StoreName?

    public init() {}

    /// Takes note of a commit and tells whether its store is the authoritative one.
    public mutating func includes(_ commit: StoreCommit) -> Bool {
        if name == nil || commit.touches(Handover.kind) { name = commit.store }
        return name == commit.store
    }
}
