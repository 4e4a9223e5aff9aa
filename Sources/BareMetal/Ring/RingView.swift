import Hardware
public import World

/// The ring as one process has read it last, with what follows from it, computed once.
///
/// It may lag behind: a transaction that takes a lock rests on the ring it was decided by, and a
/// conflict over that makes its author look again.
public actor RingView {
    /// Who manages a node by the ring in hand, for as long as it has this group and driver.
    private struct Assignment {
        let group: ConductorGroup
        let driver: DriverName
        let manager: ConductorMember?
    }

    private let store: any Store
    private var reading: RingReading?
    private var assignments: [NodeName: Assignment] = [:]

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
        assignments.removeAll(keepingCapacity: true)
        return fresh
    }

    /// Of some nodes those that the conductor of a term manages, by the ring as last read, and
    /// those that it has locked.
    func inHand(
        of term: Term, among nodes: [Stored<Node>]
    ) async throws(StoreError) -> [Stored<Node>] {
        _ = try await current()
        // Whatever was read meanwhile counts for all of them.
        guard let reading else { return [] }
        return nodes.filter {
            $0.document.reservation?.term == term
                || manager(of: $0.document, in: reading)?.term == term
        }
    }

    private func manager(of node: Node, in reading: RingReading) -> ConductorMember? {
        if reading.ring.members.count < 2 { return reading.rings.manager(of: node) }
        if let known = assignments[node.name], known.group == node.conductorGroup,
            known.driver == node.driver
        {
            return known.manager
        }
        let manager = reading.rings.manager(of: node)
        assignments[node.name] = Assignment(
            group: node.conductorGroup, driver: node.driver, manager: manager)
        return manager
    }
}
