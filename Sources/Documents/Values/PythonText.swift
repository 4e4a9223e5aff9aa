/// How Python writes texts and numbers, by whose tools the same documents are read.
package enum PythonText {
    /// A number as `json.dumps` writes it.
    package static func json(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return Self.number(number)
    }

    /// A number as `repr` writes it. Python turns to exponents from 1e16, Swift a little later.
    package static func number(_ number: Double) -> String {
        let text = number.description
        guard abs(number) >= 1e16, number.isFinite, !text.contains("e") else { return text }
        let sign = number < 0 ? "-" : ""
        let digits = text.filter(\.isNumber).dropLast()
        let fraction = String(digits.dropFirst().reversed().drop { $0 == "0" }.reversed())
        let point = fraction.isEmpty ? "" : "."
        return "\(sign)\(digits.prefix(1))\(point)\(fraction)e+\(digits.count - 1)"
    }

    /// A text as `json.dumps` writes it: everything beyond ASCII escaped.
    package static func quotedJSON(_ string: String) -> String {
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

    /// A text as `repr` writes it: single quotes, unless the text has these and no double ones.
    package static func quoted(_ text: String) -> String {
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
