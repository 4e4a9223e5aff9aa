import Hardware
public import World

/// The ring as one process has read it last, with what follows from it, computed once.
///
/// It may lag behind: a transaction that takes a lock rests on the ring it was decided by, and a
/// conflict over that makes its author look again.
public actor RingView {
    private let store: any Store
    private var reading: RingReading?

    public init(_ store: any Store) { self.store = store }

    /// The ring as last read; nil where there is none yet.
    public func current() async throws(StoreError) -> RingReading? {
        if let reading { return reading }
        return try await refresh()
    }

    /// Reads the ring again.
    @discardableResult
    public func refresh() async throws(StoreError) -> RingReading? {
        guard let found = try await store.get(ConductorRing.self, ConductorRing.onlyID) else {
            return nil
        }
        return take(found)
    }

    /// Takes note of a ring that was just read or written; an older one is left aside.
    @discardableResult
    public func take(_ found: Stored<ConductorRing>) -> RingReading {
        if let reading, reading.stored.revision >= found.revision { return reading }
        let fresh = RingReading(found)
        reading = fresh
        return fresh
    }
}
