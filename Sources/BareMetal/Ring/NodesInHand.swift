import Hardware
import World

/// The nodes that one conductor has in hand, kept up with the store and the ring.
///
/// Several rounds a minute ask for them, among ten thousand nodes of which few have changed: only
/// these are read, and only their manager is looked for.
actor NodesInHand {
    /// Which of them are asked for.
    enum Selection {
        case all
        /// Those that wait, and those that the conductor has locked: a few among those that rest.
        case underWay
    }

    /// What of a node says whose it is, and what came of it.
    private struct Line {
        let uuid: Identifier
        let driver: DriverName
        let group: ConductorGroup
        let isManaged: Bool
        let isLocked: Bool
        let isWaiting: Bool

        func isIn(_ selection: Selection) -> Bool {
            switch selection {
            case .all: isManaged || isLocked
            case .underWay: isLocked || (isManaged && isWaiting)
            }
        }

        func isManagedLike(_ node: Node) -> Bool {
            uuid == node.uuid && driver == node.driver && group == node.conductorGroup
        }
    }

    private let store: any Store
    private let authority: Authority
    private var nodes = DocumentMirror<Node>()
    /// In the nodes' order.
    private var lines: [Line] = []
    /// The ring that the lines were found by.
    private var reading: RingReading?

    init(_ store: any Store, _ authority: Authority) {
        self.store = store
        self.authority = authority
    }

    /// Those that the conductor manages by the ring as last read, and those that it has locked; all
    /// of them where there is no ring. In order of name.
    func now(_ selection: Selection) async throws(StoreError) -> [Stored<Node>] {
        let ring = try await authority.ring?.current()
        let seen = nodes.revision
        let changes = try await nodes.changes(in: store)
        // Who asks at the same time has the same changes, or newer ones, noted already.
        if nodes.revision == seen {
            for change in changes { take(change) }
        }
        if let ring { follow(ring) }
        guard authority.ring != nil else { return nodes.stored }
        return lines.indices.compactMap {
            lines[$0].isIn(selection) ? nodes.stored(at: $0) : nil
        }
    }

    private func take(_ change: DocumentChange<Node>) {
        switch nodes.take(change) {
        case .inserted(let place): lines.insert(line(of: nodes.documents[place]), at: place)
        case .replaced(let place):
            lines[place] = line(of: nodes.documents[place], after: lines[place])
        case .removed(let place): lines.remove(at: place)
        case .none: break
        }
    }

    private func follow(_ ring: RingReading) {
        if let reading, reading.stored.revision >= ring.stored.revision { return }
        reading = ring
        lines = nodes.documents.map { line(of: $0) }
    }

    private func line(of node: Node, after old: Line? = nil) -> Line {
        let isManaged: Bool
        if let old, old.isManagedLike(node) {
            isManaged = old.isManaged
        } else {
            isManaged = reading?.rings.manager(of: node)?.term == authority.term
        }
        return Line(
            uuid: node.uuid, driver: node.driver, group: node.conductorGroup, isManaged: isManaged,
            isLocked: node.reservation?.term == authority.term,
            isWaiting: node.provisionState.phase == .waiting)
    }
}
