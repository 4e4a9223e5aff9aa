import World

/// The documents of one kind in order of id, and the order in which they last changed.
///
/// Ids are told apart and ordered by their UTF-8 bytes, and so never looked up by `String`'s own
/// equality, which takes different spellings of an accent for the same.
struct DocumentTable: Sendable {
    struct Record: Sendable {
        var revision: Revision
        /// Nil where the document was deleted. The record stays, for watches that were away.
        var value: StoredValue?
    }

    private struct LogEntry {
        let revision: Revision
        let id: String
    }

    private var ids: [String] = []
    private var records: [Record] = []
    /// Every change in order of revision; entries that a later change of their document has
    /// overtaken are dropped now and then.
    private var log: [LogEntry] = []
    /// Documents that are there.
    private(set) var count = 0

    func record(_ id: String) -> Record? {
        index(of: id).map { records[$0] }
    }

    mutating func set(_ id: String, _ value: StoredValue?, at revision: Revision) {
        let position = lowerBound(id)
        if position < ids.count, hasSameBytes(ids[position], id) {
            let previous = records[position]
            count -= previous.value == nil ? 0 : 1
            records[position] = Record(revision: revision, value: value)
            // A second write of one transaction is not a second change.
            if previous.revision != revision { append(id, revision) }
        } else {
            ids.insert(id, at: position)
            records.insert(Record(revision: revision, value: value), at: position)
            append(id, revision)
        }
        count += value == nil ? 0 : 1
    }

    mutating func get<Document: StoredDocument>(
        _ type: Document.Type,
        _ id: String
    ) throws(StoreError) -> Stored<Document>? {
        guard let index = index(of: id) else { return nil }
        return try read(type, at: index)
    }

    mutating func scan<Document: StoredDocument>(
        _ type: Document.Type,
        in range: DocumentRange
    ) throws(StoreError) -> [Stored<Document>] {
        var found: [Stored<Document>] = []
        let start = lowerBound(range.lower)
        let end = range.upper.map(lowerBound) ?? ids.count
        for index in start..<max(start, end) {
            if let stored = try read(type, at: index) { found.append(stored) }
        }
        return found
    }

    mutating func changes<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) throws(StoreError) -> [DocumentChange<Document>] {
        var changes: [DocumentChange<Document>] = []
        for entry in log[logIndex(after: revision)...] where range.contains(entry.id) {
            guard let index = index(of: entry.id), records[index].revision == entry.revision
            else { continue }
            let stored = try read(type, at: index)
            changes.append(
                DocumentChange(id: entry.id, revision: entry.revision, document: stored?.document)
            )
        }
        return changes.sorted {
            if $0.revision != $1.revision { return $0.revision < $1.revision }
            return $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
        }
    }

    /// Whether ``changes(to:in:after:)`` would have something to say.
    func hasChanges(in range: DocumentRange, after revision: Revision) -> Bool {
        log[logIndex(after: revision)...].contains { range.contains($0.id) }
    }

    /// All documents in order of id.
    var encoded: [EncodedDocument] { records.compactMap { $0.value?.encoded } }

    private mutating func read<Document: StoredDocument>(
        _ type: Document.Type,
        at index: Int
    ) throws(StoreError) -> Stored<Document>? {
        guard let document = try records[index].value?.read(as: type) else { return nil }
        return Stored(document: document, revision: records[index].revision)
    }

    private mutating func append(_ id: String, _ revision: Revision) {
        log.append(LogEntry(revision: revision, id: id))
        // Twice as many entries as documents: compacting costs each write a constant on average.
        guard log.count > 2 * ids.count + 64 else { return }
        log = log.filter { record($0.id)?.revision == $0.revision }
    }

    private func index(of id: String) -> Int? {
        let index = lowerBound(id)
        return index < ids.count && hasSameBytes(ids[index], id) ? index : nil
    }

    /// The first position whose id is not before this one.
    private func lowerBound(_ id: String) -> Int {
        if let last = ids.last, last.utf8.lexicographicallyPrecedes(id.utf8) { return ids.count }
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle].utf8.lexicographicallyPrecedes(id.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private func logIndex(after revision: Revision) -> Int {
        var (low, high) = (0, log.count)
        while low < high {
            let middle = (low + high) / 2
            if log[middle].revision <= revision { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func hasSameBytes(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}
