import OrderedCollections

extension DocumentValue {
    /// The value as JSON, byte for byte as Python's `json.dumps` writes it: a space after commas
    /// and colons, everything beyond ASCII escaped.
    package var json: String {
        switch self {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .integer(let number): String(number)
        case .real(let number): Self.json(number)
        case .string(let text): Self.quotedJSON(text)
        case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.map { "\(Self.quotedJSON($0)): \($1.json)" }.joined(separator: ", ")
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
                    "\(inner)\(Self.quotedJSON($0)): \($1.indentedJSON(below: inner))"
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
        case .real(let number): Self.python(number)
        case .string(let text): text
        case .list(let items): "[" + items.map(\.notation).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.map { "\(Self.quoted($0)): \($1.notation)" }.joined(separator: ", ")
                + "}"
        }
    }

    /// The value as Python's `repr` writes it.
    package var notation: String {
        if case .string(let text) = self { Self.quoted(text) } else { text }
    }

    private static func json(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return python(number)
    }

    /// Python turns to exponents from 1e16, Swift a little later.
    private static func python(_ number: Double) -> String {
        let text = number.description
        guard abs(number) >= 1e16, number.isFinite, !text.contains("e") else { return text }
        let sign = number < 0 ? "-" : ""
        let digits = text.filter(\.isNumber).dropLast()
        let fraction = String(digits.dropFirst().reversed().drop { $0 == "0" }.reversed())
        let point = fraction.isEmpty ? "" : "."
        return "\(sign)\(digits.prefix(1))\(point)\(fraction)e+\(digits.count - 1)"
    }

    private static func quotedJSON(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case " "..."~": text.unicodeScalars.append(scalar)
            default:
                for unit in scalar.utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return text + "\""
    }

    /// Single quotes, unless the text has these and no double ones.
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
