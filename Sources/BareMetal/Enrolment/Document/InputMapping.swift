import Documents
import Yams

/// A mapping of a document, with what its merge keys take over. Building it reports keys that are
/// there twice or are no names.
package struct InputMapping {
    package let cursor: InputCursor
    package private(set) var entries: [(key: String, line: Int, value: InputCursor)] = []
    /// Those of the entries, which are looked through far more often.
    private var keys: [String] = []

    init(_ mapping: Yams.Node.Mapping, at cursor: InputCursor) {
        self.cursor = cursor
        entries.reserveCapacity(mapping.count)
        var lines: [String: Int] = [:]
        for (key, value) in mapping where !MergeKey.isOne(key) { add(key, value, &lines) }
        for source in MergeKey.sources(of: mapping, at: cursor) {
            for (key, value) in source where !MergeKey.isOne(key) && isNew(key, lines) {
                add(key, value, &lines)
            }
        }
    }

    private func isNew(_ key: Yams.Node, _ lines: [String: Int]) -> Bool {
        key.scalar.map { lines[DuplicateKey.restored($0.string)] == nil } ?? true
    }

    /// How the keys are written in a file of another form than the one its reader knows.
    private var spellings: [String: String] = [:]
    /// The form of file that the mapping is out of, whose rules hold.
    private(set) var form = InventoryForm.instackenv

    /// What another form of file says, under the keys that its reader knows.
    ///
    /// - Parameters:
    ///   - form: the form of the file.
    ///   - spellings: how keys that are missing are to be called.
    init(
        _ entries: [(key: String, line: Int, value: InputCursor)], at cursor: InputCursor,
        form: InventoryForm, spellings: [String: String] = [:]
    ) {
        self.cursor = cursor
        self.entries = entries
        keys = entries.map(\.key)
        self.spellings = spellings
        self.form = form
    }

    /// A key as the file's author writes it.
    func spelling(_ key: String) -> String { spellings[key] ?? key }

    /// - Parameter lines: where each key so far was first seen; looked up only.
    private mutating func add(
        _ node: Yams.Node, _ value: Yams.Node, _ lines: inout [String: Int]
    ) {
        let line = node.mark?.line ?? cursor.line
        guard case .scalar(let scalar) = node else {
            cursor.log.add(
                line: line,
                path: cursor.path,
                "found a list or a mapping as a key, expected a name"
            )
            return
        }
        let key = DuplicateKey.restored(scalar.string)
        let path = cursor.path.appending(key: key)
        if let first = lines[key] {
            let message = "the key '\(InputCursor.excerpt(key))' is there twice, first in line"
            cursor.log.add(line: line, path: path, "\(message) \(first)")
            return
        }
        lines[key] = line
        // People look for a list or a mapping where its name is, not in the line below.
        let place = value.scalar?.mark?.line ?? line
        keys.append(key)
        entries.append((key, line, InputCursor(value, line: place, path: path, log: cursor.log)))
    }

    /// The value of a key, if the key is there.
    package subscript(key: String) -> InputCursor? {
        keys.firstIndex(of: key).map { entries[$0].value }
    }

    /// The value of a key, if the key is there and its value is not null.
    package func present(_ key: String) -> InputCursor? {
        self[key].flatMap { $0.isNothing ? nil : $0 }
    }

    package func required(_ key: String, expected: String) -> InputCursor? {
        if let value = self[key] { return value }
        cursor.report("missing key '\(spelling(key))', expected \(expected)")
        return nil
    }

    /// Reports every key that is not among the known ones, and which it may have been meant to be.
    package func reportUnknownKeys(known: [String]) {
        for entry in entries where !known.contains(entry.key) {
            reportUnknown(entry.key, line: entry.line, known: known)
        }
    }

    package func reportUnknown(_ key: String, line: Int, known: [String]) {
        let advice = Spelling.advice(for: key, among: known)
        cursor.log.add(
            line: line,
            path: cursor.path.appending(key: key),
            "unknown key '\(InputCursor.excerpt(key))'\(advice)"
        )
    }
}
