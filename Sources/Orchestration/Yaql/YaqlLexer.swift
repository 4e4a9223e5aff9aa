/// Takes a YAQL expression apart into words.
struct YaqlLexer {
    private let text: [Unicode.Scalar]
    private var place = 0

    private init(_ text: String) { self.text = Array(text.unicodeScalars) }

    static func tokens(of text: String) throws(YaqlError) -> [YaqlToken] {
        var lexer = YaqlLexer(text)
        var tokens: [YaqlToken] = []
        while let token = try lexer.next() { tokens.append(token) }
        return tokens
    }

    /// Longer ones first, so that none hides in another.
    private static let symbols = [
        "=>", "->", "?.", ">=", "<=", "!=", "=~", "!~", ".", ",", "(", ")", "[", "]", "{", "}", "+",
        "-", "*", "/", ">", "<", "=",
    ]

    private mutating func next() throws(YaqlError) -> YaqlToken? {
        while place < text.count, text[place].properties.isWhitespace { place += 1 }
        guard place < text.count else { return nil }
        let first = text[place]
        switch first {
        case "'", "\"", "`": return .string(try quoted(first))
        case "$":
            place += 1
            return .variable(take(while: Self.isWordPart))
        case "0"..."9": return try number()
        case _ where Self.isWordPart(first): return word()
        default: return try symbol()
        }
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> String {
        let start = place
        while place < text.count, isPart(text[place]) { place += 1 }
        return String(String.UnicodeScalarView(text[start..<place]))
    }

    private mutating func word() -> YaqlToken {
        let word = take(while: Self.isWordPart)
        guard place < text.count, text[place] == "(" else { return .word(word) }
        place += 1
        return .function(word)
    }

    private mutating func number() throws(YaqlError) -> YaqlToken {
        var digits = take { ("0"..."9").contains($0) }
        if place + 1 < text.count, text[place] == ".", ("0"..."9").contains(text[place + 1]) {
            place += 1
            digits += "." + take { ("0"..."9").contains($0) }
            if let number = Double(digits) { return .real(number) }
        }
        guard let number = Int(digits) else { throw YaqlError("the number \(digits) is too large") }
        return .integer(number)
    }

    private mutating func symbol() throws(YaqlError) -> YaqlToken {
        let rest = String(String.UnicodeScalarView(text[place..<min(place + 2, text.count)]))
        guard let symbol = Self.symbols.first(where: rest.hasPrefix) else {
            throw YaqlError("found '\(text[place])' at character \(place + 1)")
        }
        place += symbol.unicodeScalars.count
        return .symbol(symbol)
    }

    // MARK: Texts

    /// Between backticks a backslash keeps its meaning for whoever reads the text.
    private mutating func quoted(_ quote: Unicode.Scalar) throws(YaqlError) -> String {
        let start = place
        place += 1
        var content = String.UnicodeScalarView()
        while place < text.count, text[place] != quote {
            if text[place] == "\\", place + 1 < text.count {
                if quote == "`" {
                    if text[place + 1] != "`" { content.append("\\") }
                    content.append(text[place + 1])
                    place += 2
                } else {
                    content.append(contentsOf: escaped())
                }
            } else {
                content.append(text[place])
                place += 1
            }
        }
        guard place < text.count else {
            throw YaqlError("the text that starts at character \(start + 1) does not end")
        }
        place += 1
        return String(content)
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}",
        "\\": "\\", "'": "'", "\"": "\"",
    ]
    private static let widths: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

    /// What a backslash and what follows stand for; both themselves where they stand for nothing.
    private mutating func escaped() -> String.UnicodeScalarView {
        let letter = text[place + 1]
        if let meant = Self.escapes[letter] {
            place += 2
            return String.UnicodeScalarView([meant])
        }
        if let width = Self.widths[letter], place + 2 + width <= text.count {
            let digits = String(
                String.UnicodeScalarView(text[(place + 2)..<(place + 2 + width)]))
            if let number = UInt32(digits, radix: 16), let meant = Unicode.Scalar(number) {
                place += 2 + width
                return String.UnicodeScalarView([meant])
            }
        }
        place += 2
        return String.UnicodeScalarView(["\\", letter])
    }
}
