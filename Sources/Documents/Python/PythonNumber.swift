/// Numbers as Python's `float` and `int` read them out of texts.
package enum PythonNumber {
    /// `float(text)`; nil where Python raises ValueError.
    package static func real(_ text: String) -> Double? {
        guard let plain = plain(text) else { return nil }
        switch plain.drop(while: { $0 == "+" || $0 == "-" }).lowercased() {
        case "inf", "infinity": return plain.hasPrefix("-") ? -.infinity : .infinity
        case "nan": return .nan
        case let digits:
            // Swift also takes hexadecimal numbers, which Python does not.
            guard digits.allSatisfy({ $0.isNumber || ".e+-".contains($0) }) else { return nil }
            return Double(digits.hasPrefix(".") || digits.hasSuffix(".") ? padded(plain) : plain)
        }
    }

    /// `int(text)`; nil where Python raises ValueError, or the number is beyond 64 bits.
    package static func integer(_ text: String) -> Int? { plain(text).flatMap { Int($0) } }

    /// Without white space around it and underscores between digits.
    private static func plain(_ text: String) -> String? {
        let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
        let characters = Array(trimmed.reversed())
        guard !characters.isEmpty else { return nil }
        for (index, character) in characters.enumerated() where character == "_" {
            guard index > 0, index + 1 < characters.count, characters[index - 1].isNumber,
                characters[index + 1].isNumber
            else { return nil }
        }
        return String(characters.filter { $0 != "_" })
    }

    /// `.5` and `5.` with the zero that Swift wants.
    private static func padded(_ text: String) -> String {
        let sign = text.prefix { $0 == "+" || $0 == "-" }
        let digits = text.dropFirst(sign.count)
        let (before, after) = (digits.hasPrefix("."), digits.hasSuffix("."))
        return sign + (before ? "0" : "") + digits + (after ? "0" : "")
    }
}
