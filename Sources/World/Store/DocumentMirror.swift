/// All documents of a kind as one reader saw them last.
///
/// Whoever looks at everything again and again reads only what changed since. It is one reader's
/// own copy of one store: a decision that rests on it is checked by the store when it is committed.
public struct DocumentMirror<Document: StoredDocument>: Sendable {
    /// In order of id.
    public private(set) var stored: [Stored<Document>] = []
    private var revision = Revision.zero

    public init() {}

    /// Reads what is newer than what was read last.
    ///
    /// - Returns: the ids of what changed.
    @discardableResult
    public mutating func follow(_ store: any Store) async throws(StoreError) -> [String] {
        let changes = try await store.changesSoFar(to: Document.self, in: .all, after: revision)
        guard let newest = changes.last?.revision else { return [] }
        if stored.isEmpty {
            replaceAll(changes)
        } else {
            for change in changes { take(change) }
        }
        revision = newest
        return changes.map(\.id)
    }

    public subscript(id: String) -> Stored<Document>? {
        let index = lowerBound(id)
        return holds(id, at: index) ? stored[index] : nil
    }

    private mutating func replaceAll(_ changes: [DocumentChange<Document>]) {
        stored = changes.compactMap { change in
            change.document.map { Stored(document: $0, revision: change.revision) }
        }
        stored.sort { Self.precedes($0.document.id, $1.document.id) }
    }

    private mutating func take(_ change: DocumentChange<Document>) {
        let index = lowerBound(change.id)
        let isHeld = holds(change.id, at: index)
        guard let document = change.document else {
            if isHeld { stored.remove(at: index) }
            return
        }
        let new = Stored(document: document, revision: change.revision)
        if isHeld { stored[index] = new } else { stored.insert(new, at: index) }
    }

    private func holds(_ id: String, at index: Int) -> Bool {
        index < stored.count && stored[index].document.id.utf8.elementsEqual(id.utf8)
    }

    /// The first position whose id is not before this one.
    private func lowerBound(_ id: String) -> Int {
        var (low, high) = (0, stored.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(stored[middle].document.id, id) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// Ids are ordered by their UTF-8 bytes, as stores order them.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
