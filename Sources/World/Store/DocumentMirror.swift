/// All documents of a kind as one reader saw them last.
///
/// Whoever looks at everything again and again reads only what changed since. It is one reader's
/// own copy of one store: a decision that rests on it is checked by the store when it is committed.
public struct DocumentMirror<Document: StoredDocument>: Sendable {
    /// What one change did to a mirror, with the place it happened at.
    public enum Effect: Sendable, Hashable {
        case inserted(Int)
        case replaced(Int)
        case removed(Int)
        /// What is gone had never been seen.
        case none
    }

    /// In order of id.
    public private(set) var documents: [Document] = []
    /// Of the documents, in their order. Searched instead of them: ids lie together.
    private var ids: [String] = []
    /// Of the documents, in their order.
    private var revisions: [Revision] = []
    /// Of the newest change that was taken.
    public private(set) var revision = Revision.zero

    public init() {}

    public var count: Int { documents.count }

    /// The document at a place in the order of ids, with its revision.
    public func stored(at place: Int) -> Stored<Document> {
        Stored(document: documents[place], revision: revisions[place])
    }

    /// All of them, in order of id.
    public var stored: [Stored<Document>] { documents.indices.map(stored(at:)) }

    /// Reads what is newer than what was read last.
    ///
    /// - Returns: the ids of what changed.
    @discardableResult
    public mutating func follow(_ store: any Store) async throws(StoreError) -> [String] {
        let changes = try await changes(in: store)
        for change in changes { take(change) }
        return changes.map(\.id)
    }

    /// What is newer in a store than what was taken last, to be taken in this order. Nothing else
    /// may be taken meanwhile.
    public func changes(
        in store: any Store
    ) async throws(StoreError) -> [DocumentChange<Document>] {
        let changes = try await store.changesSoFar(to: Document.self, in: .all, after: revision)
        guard documents.isEmpty else { return changes }
        // In the order in which they are kept, all of them are put at the end.
        return changes.sorted { Self.precedes($0.id, $1.id) }
    }

    /// Takes note of one change.
    @discardableResult
    public mutating func take(_ change: DocumentChange<Document>) -> Effect {
        revision = max(revision, change.revision)
        let place = lowerBound(change.id)
        let isHeld = holds(change.id, at: place)
        guard let document = change.document else {
            guard isHeld else { return .none }
            ids.remove(at: place)
            revisions.remove(at: place)
            documents.remove(at: place)
            return .removed(place)
        }
        if isHeld {
            revisions[place] = change.revision
            documents[place] = document
            return .replaced(place)
        }
        ids.insert(change.id, at: place)
        revisions.insert(change.revision, at: place)
        documents.insert(document, at: place)
        return .inserted(place)
    }

    public subscript(id: String) -> Stored<Document>? { place(of: id).map(stored(at:)) }

    /// Where a document is in the order of ids; nil where it is not there.
    public func place(of id: String) -> Int? {
        let place = lowerBound(id)
        return holds(id, at: place) ? place : nil
    }

    private func holds(_ id: String, at place: Int) -> Bool {
        place < ids.count && ids[place].utf8.elementsEqual(id.utf8)
    }

    /// The first place whose id is not before this one.
    private func lowerBound(_ id: String) -> Int {
        if let last = ids.last, Self.precedes(last, id) { return ids.count }
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(ids[middle], id) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Ids are ordered by their UTF-8 bytes, as stores order them.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        // Where they lie together, bytes are compared without asking the string for each.
        let answer = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { left.lexicographicallyPrecedes($0) }
        }
        return (answer ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
