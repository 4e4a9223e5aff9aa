import Glibc
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
        for index in changedIndices(in: range, after: revision) {
            let document = try read(type, at: index)?.document
            changes.append(
                DocumentChange(
                    id: ids[index],
                    revision: records[index].revision,
                    document: document
                )
            )
        }
        return changes
    }

    /// Where the documents in a range are that are newer than a revision, oldest change first.
    ///
    /// Found by looking at the range or at the changes since, whichever is less.
    private func changedIndices(in range: DocumentRange, after revision: Revision) -> [Int] {
        let start = lowerBound(range.lower)
        let end = max(start, range.upper.map(lowerBound) ?? ids.count)
        let recent = log[logIndex(after: revision)...]
        let candidates: [Int]
        if end - start <= recent.count {
            candidates = (start..<end).filter { records[$0].revision > revision }
        } else {
            candidates = recent.compactMap { entry in
                guard let index = index(of: entry.id), index >= start, index < end,
                    records[index].revision == entry.revision
                else { return nil }
                return index
            }
        }
        // Positions are in order of id, which decides among the changes of one transaction.
        return candidates.sorted { left, right in
            let (first, second) = (records[left].revision, records[right].revision)
            return first == second ? left < right : first < second
        }
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
        if let last = ids.last, Self.precedes(last, id) { return ids.count }
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(ids[middle], id) {
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
        left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
    }

    /// By UTF-8 bytes. Every call on a store searches, so this does without the general sequence
    /// algorithms where the bytes lie together, as they do but for bridged strings.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let order = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                let shared = min(left.count, right.count)
                // Empty text may have no address at all.
                guard shared > 0, let first = left.baseAddress, let second = right.baseAddress
                else { return left.count < right.count }
                let difference = memcmp(first, second, shared)
                return difference == 0 ? left.count < right.count : difference < 0
            }
        }
        return (order ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
