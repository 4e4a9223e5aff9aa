extension PythonReader {
    /// Texts that stand one after the other are one.
    mutating func strings() throws(PythonSyntaxError) -> String {
        var text = try string()
        while true {
            let mark = index
            skipSpace()
            guard let prefix = stringPrefix() else {
                index = mark
                return text
            }
            text += try string(prefix)
        }
    }

    private mutating func string() throws(PythonSyntaxError) -> String {
        try string(stringPrefix() ?? "")
    }

    /// The letters before a text's quote, passed over; nil where no text begins.
    private mutating func stringPrefix() -> String? {
        var (end, prefix) = (index, "")
        while end < scalars.count, "uUrRbB".unicodeScalars.contains(scalars[end]) {
            prefix.unicodeScalars.append(scalars[end])
            end += 1
        }
        guard prefix.count <= 2, end < scalars.count, scalars[end] == "'" || scalars[end] == "\""
        else { return nil }
        index = end
        return prefix.lowercased()
    }

    private mutating func string(_ prefix: String) throws(PythonSyntaxError) -> String {
        let (start, quote) = (index, scalars[index])
        index += 1
        let isLong =
            index + 1 < scalars.count && scalars[index] == quote
            && scalars[index + 1] == quote
        if isLong { index += 2 }
        var text = String.UnicodeScalarView()
        while let scalar = next {
            if scalar == quote, !isLong || closesLong(quote) {
                index += isLong ? 3 : 1
                return String(text)
            }
            if scalar == "\n", !isLong { break }
            index += 1
            if scalar == "\\" {
                try appendEscaped(to: &text, isRaw: prefix.contains("r"))
            } else {
                text.append(scalar)
            }
        }
        throw error("a text does not end", at: start)
    }

    private func closesLong(_ quote: Unicode.Scalar) -> Bool {
        index + 2 < scalars.count && scalars[index + 1] == quote && scalars[index + 2] == quote
    }

    private mutating func appendEscaped(
        to text: inout String.UnicodeScalarView, isRaw: Bool
    ) throws(PythonSyntaxError) {
        guard let scalar = next else { throw error("a text does not end") }
        index += 1
        if isRaw {
            text.append("\\")
            text.append(scalar)
            return
        }
        switch scalar {
        case "\n": break
        case "\\", "'", "\"": text.append(scalar)
        case "n": text.append("\n")
        case "r": text.append("\r")
        case "t": text.append("\t")
        case "a": text.append("\u{7}")
        case "b": text.append("\u{8}")
        case "f": text.append("\u{C}")
        case "v": text.append("\u{B}")
        case "x": text.append(try escaped(digits: 2))
        case "u": text.append(try escaped(digits: 4))
        case "U": text.append(try escaped(digits: 8))
        case "0"..."7": text.append(octal(from: scalar))
        default:
            // Python leaves escapes alone that it does not know, which patterns rely on.
            text.append("\\")
            text.append(scalar)
        }
    }

    private mutating func escaped(digits: Int) throws(PythonSyntaxError) -> Unicode.Scalar {
        let end = index + digits
        guard end <= scalars.count else { throw error("a text does not end") }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[index..<end])
        guard let code = UInt32(text, radix: 16) else {
            throw error("expected \(digits) hexadecimal digits")
        }
        index = end
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    private mutating func octal(from first: Unicode.Scalar) -> Unicode.Scalar {
        var code = first.value - 48
        var count = 1
        while count < 3, let digit = next, ("0"..."7").contains(digit) {
            code = code * 8 + digit.value - 48
            index += 1
            count += 1
        }
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    mutating func number() throws(PythonSyntaxError) -> PythonLiteral.Content {
        let start = index
        var text = ""
        while let scalar = next, continuesNumber(scalar, after: text) {
            text.unicodeScalars.append(scalar)
            index += 1
        }
        // Old Python marks long numbers with a letter.
        let plain = text.filter { $0 != "_" && $0 != "L" }
        if let number = whole(plain) { return .integer(number) }
        if plain == "-inf" { return .real(-.infinity) }
        guard plain.contains(where: \.isNumber), let number = Double(plain) else {
            throw error("found '\(text)', expected a number", at: start)
        }
        return .real(number)
    }

    private func continuesNumber(_ scalar: Unicode.Scalar, after text: String) -> Bool {
        if scalar == "+" || scalar == "-" {
            return text.isEmpty
                || (text.last == "e" || text.last == "E") && !text.lowercased().contains("x")
        }
        return switch scalar {
        case ".", "_", "0"..."9", "a"..."z", "A"..."Z": true
        default: false
        }
    }

    private func whole(_ text: String) -> Int? {
        let sign = text.hasPrefix("-") ? "-" : ""
        let digits = text.drop { $0 == "-" || $0 == "+" }.lowercased()
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
            return Int(sign + digits.dropFirst(2), radix: radix)
        }
        return Int(sign + digits)
    }
}
