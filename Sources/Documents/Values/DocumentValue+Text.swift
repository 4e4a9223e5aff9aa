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
    package var indentedJSON: String { indentedJSON(below: "\n") }

    /// - Parameter line: what a line begins with, its end before it.
    private func indentedJSON(below line: String) -> String {
        let inner = line + " "
        switch self {
        case .list(let items) where !items.isEmpty:
            return "["
                + items.map { inner + $0.indentedJSON(below: inner) }
                .joined(separator: ",") + line + "]"
        case .map(let entries) where !entries.isEmpty:
            return "{"
                + entries.map {
                    "\(inner)\(PythonText.quotedJSON($0)): \($1.indentedJSON(below: inner))"
                }.joined(separator: ",") + line + "}"
        default: return json
        }
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
