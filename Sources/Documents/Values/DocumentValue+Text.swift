import OrderedCollections

extension DocumentValue {
    /// The value as JSON, byte for byte as Python's `json.dumps` writes it: a space after commas
    /// and colons, everything beyond ASCII escaped.
    package var json: String {
        switch self {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .integer(let number): String(number)
        case .real(let number): PythonText.json(number)
        case .string(let text): PythonText.quotedJSON(text)
        case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.map { "\(PythonText.quotedJSON($0)): \($1.json)" }.joined(separator: ", ")
                + "}"
        }
    }

    /// The value as Python's `json.dumps` writes it with an indent of one: every entry in a line of
    /// its own.
    package var indentedJSON: String { indentedJSON(by: 1) }

    /// The value as Python's `json.dumps` writes it with an indent.
    ///
    /// - Parameters:
    ///   - indent: how many spaces more each level has.
    ///   - order: in which the entries of maps come.
    package func indentedJSON(by indent: Int, order: KeyOrder = .kept) -> String {
        indentedJSON(below: "\n", String(repeating: " ", count: indent), order)
    }

    /// In which order the entries of maps are written.
    package enum KeyOrder: Sendable, Hashable {
        case kept
        /// By their keys' code points, as with Python's `sort_keys`.
        case sorted
    }

    /// - Parameter line: what a line begins with, its end before it.
    private func indentedJSON(below line: String, _ indent: String, _ order: KeyOrder) -> String {
        let inner = line + indent
        switch self {
        case .list(let items) where !items.isEmpty:
            return "["
                + items.map { inner + $0.indentedJSON(below: inner, indent, order) }
                .joined(separator: ",") + line + "]"
        case .map(var entries) where !entries.isEmpty:
            if order == .sorted { entries.sort { Self.precedes($0.key, $1.key) } }
            return "{"
                + entries.map {
                    "\(inner)\(PythonText.quotedJSON($0)): "
                        + $1.indentedJSON(below: inner, indent, order)
                }.joined(separator: ",") + line + "}"
        default: return json
        }
    }

    private static func precedes(_ one: String, _ two: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(two.utf8)
    }

    /// The value as Python's `str` writes it: booleans and nothing by their Python names, lists
    /// and maps in Python's notation.
    package var text: String {
        switch self {
        case .null: "None"
        case .bool(let truth): truth ? "True" : "False"
        case .integer(let number): String(number)
        case .real(let number): PythonText.number(number)
        case .string(let text): text
        case .list(let items): "[" + items.map(\.notation).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.map { "\(PythonText.quoted($0)): \($1.notation)" }.joined(separator: ", ")
                + "}"
        }
    }

    /// The value as Python's `repr` writes it.
    package var notation: String {
        if case .string(let text) = self { PythonText.quoted(text) } else { text }
    }
}
