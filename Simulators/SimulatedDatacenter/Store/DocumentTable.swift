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
        let place: Int
    }

    /// An id as a key, told apart by its bytes.
    private struct Key: Hashable {
        let id: String

        static func == (left: Key, right: Key) -> Bool {
            DocumentTable.compare(left.id, right.id) == 0
        }

        func hash(into hasher: inout Hasher) {
            var id = id
            id.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// In the order in which they first came; a place is never given up.
    private var ids: [String] = []
    private var records: [Record] = []
    /// Where each id is. Looked up only.
    private var places: [Key: Int] = [:]
    /// All places in order of id. A new id moves half of these on average, and so they are small.
    private var order: [Int32] = []
    /// Every change in order of revision; entries that a later change of their document has
    /// overtaken are dropped now and then.
    private var log: [LogEntry] = []
    /// Documents that are there.
    private(set) var count = 0

    func record(_ id: String) -> Record? {
        places[Key(id: id)].map { records[$0] }
    }

    mutating func set(_ id: String, _ value: StoredValue?, at revision: Revision) {
        if let place = places[Key(id: id)] {
            count -= records[place].value == nil ? 0 : 1
            let previous = records[place].revision
            records[place] = Record(revision: revision, value: value)
            // A second write of one transaction is not a second change.
            if previous != revision { append(place, revision) }
        } else {
            let place = ids.count
            order.insert(Int32(place), at: lowerBound(id))
            places[Key(id: id)] = place
            ids.append(id)
            records.append(Record(revision: revision, value: value))
            append(place, revision)
        }
        count += value == nil ? 0 : 1
    }

    mutating func get<Document: StoredDocument>(
        _ type: Document.Type,
        _ id: String
    ) throws(StoreError) -> Stored<Document>? {
        guard let place = places[Key(id: id)] else { return nil }
        return try read(type, at: place)
    }

    mutating func scan<Document: StoredDocument>(
        _ type: Document.Type,
        in range: DocumentRange
    ) throws(StoreError) -> [Stored<Document>] {
        var found: [Stored<Document>] = []
        let start = lowerBound(range.lower)
        let end = range.upper.map(lowerBound) ?? order.count
        for position in start..<max(start, end) {
            if let stored = try read(type, at: Int(order[position])) { found.append(stored) }
        }
        return found
    }

    mutating func changes<Document: StoredDocument>(
        to type: Document.Type,
        in range: DocumentRange,
        after revision: Revision
    ) throws(StoreError) -> [DocumentChange<Document>] {
        var changes: [DocumentChange<Document>] = []
        for place in changedPlaces(in: range, after: revision) {
            let document = try read(type, at: place)?.document
            changes.append(
                DocumentChange(
                    id: ids[place],
                    revision: records[place].revision,
                    document: document
                )
            )
        }
        return changes
    }

    /// Where the documents in a range are that are newer than a revision, oldest change first.
    ///
    /// Found by looking at the range or at the changes since, whichever is less.
    private func changedPlaces(in range: DocumentRange, after revision: Revision) -> [Int] {
        let start = lowerBound(range.lower)
        let end = max(start, range.upper.map(lowerBound) ?? order.count)
        let recent = log[logIndex(after: revision)...]
        let candidates: [Int]
        if end - start <= recent.count {
            candidates = order[start..<end].lazy.map(Int.init)
                .filter { records[$0].revision > revision }
        } else {
            let isAll = end - start == order.count
            candidates = recent.lazy.filter { records[$0.place].revision == $0.revision }
                .map(\.place).filter { isAll || range.contains(ids[$0]) }
        }
        // The order of ids decides among the changes of one transaction.
        return candidates.sorted { left, right in
            let (first, second) = (records[left].revision, records[right].revision)
            return first == second ? Self.precedes(ids[left], ids[right]) : first < second
        }
    }

    /// All documents in order of id.
    var encoded: [EncodedDocument] { order.compactMap { records[Int($0)].value?.encoded } }

    private mutating func read<Document: StoredDocument>(
        _ type: Document.Type,
        at place: Int
    ) throws(StoreError) -> Stored<Document>? {
        guard let document = try records[place].value?.read(as: type) else { return nil }
        return Stored(document: document, revision: records[place].revision)
    }

    private mutating func append(_ place: Int, _ revision: Revision) {
        log.append(LogEntry(revision: revision, place: place))
        // Twice as many entries as documents: compacting costs each write a constant on average.
        guard log.count > 2 * ids.count + 64 else { return }
        log = log.filter { records[$0.place].revision == $0.revision }
    }

    /// The first position in the order whose id is not before this one.
    private func lowerBound(_ id: String) -> Int {
        if let last = order.last, Self.precedes(ids[Int(last)], id) { return order.count }
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(ids[Int(order[middle])], id) {
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

    private static func precedes(_ left: String, _ right: String) -> Bool {
        compare(left, right) < 0
    }

    /// By UTF-8 bytes: negative where the left is before the right, zero where they are the same.
    /// Every call on a store searches, so this does without the general sequence algorithms where
    /// the bytes lie together, as they do but for bridged strings.
    private static func compare(_ left: String, _ right: String) -> Int {
        let order = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                let shared = min(left.count, right.count)
                // Empty text may have no address at all.
                guard shared > 0, let first = left.baseAddress, let second = right.baseAddress
                else { return left.count - right.count }
                let difference = Int(memcmp(first, second, shared))
                return difference == 0 ? left.count - right.count : difference
            }
        }
        if let order = order ?? nil { return order }
        if left.utf8.lexicographicallyPrecedes(right.utf8) { return -1 }
        return left.utf8.elementsEqual(right.utf8) ? 0 : 1
    }
}
