import OrderedCollections

extension TemplateValue {
    /// The value as Heat puts it into a text: booleans and nothing by Python's names, reals in the
    /// fewest digits that tell them apart, lists and maps in Python's notation.
    public var text: String {
        switch self {
        case .null: "None"
        case .bool(let truth): truth ? "True" : "False"
        case .integer(let number): String(number)
        case .real(let number): number.description
        case .string(let text): text
        case .list(let items): "[" + items.map(\.pythonNotation).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.map { "\(Self.quoted($0)): \($1.pythonNotation)" }.joined(separator: ", ")
                + "}"
        }
    }

    /// As Python writes a value within another, and in messages.
    var pythonNotation: String {
        if case .string(let text) = self { Self.quoted(text) } else { text }
    }

    /// Python's `repr`: single quotes, unless the text has these and no double ones.
    private static func quoted(_ text: String) -> String {
        let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var written = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\r": written += "\\r"
            case "\t": written += "\\t"
            case quote: written += "\\\(scalar)"
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + String(quote)
    }
}
