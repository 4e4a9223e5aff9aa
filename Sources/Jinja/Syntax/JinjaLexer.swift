/// Cuts a template into tokens, with white space taken away where the tags' signs say so.
///
/// Source: Jinja 3.1 with its own settings: blocks are not trimmed, one line end at the end of a
/// template is dropped, and every line end is `\n`.
struct JinjaLexer {
    private let name: String
    private let text: [UInt8]
    private var index = 0
    private var line = 1
    private var tokens: [JinjaToken] = []

    static func tokens(of source: String, named name: String) throws(JinjaError) -> [JinjaToken] {
        var lexer = JinjaLexer(source, named: name)
        try lexer.readAll()
        return lexer.tokens
    }

    private init(_ source: String, named name: String) {
        self.name = name
        var text: [UInt8] = []
        var previous: UInt8 = 0
        for byte in source.utf8 {
            if byte == UInt8(ascii: "\r") {
                text.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
                text.append(byte)
            }
            previous = byte
        }
        if text.last == UInt8(ascii: "\n") { text.removeLast() }
        self.text = text
    }

    // MARK: Between tags

    private mutating func readAll() throws(JinjaError) {
        while index < text.count {
            let start = index
            while index < text.count, !isTag(at: index) { index += 1 }
            let tag = index
            let strips = tag + 2 < text.count && text[tag + 2] == UInt8(ascii: "-")
            emitData(text[start..<tag], strippingEnd: strips)
            line += lines(in: text[start..<tag])
            if tag < text.count { try readTag() }
        }
        emit(.end)
    }

    private func isTag(at index: Int) -> Bool {
        text[index] == UInt8(ascii: "{") && index + 1 < text.count
            && "%{#".utf8.contains(text[index + 1])
    }

    private func lines(in part: ArraySlice<UInt8>) -> Int {
        part.count { $0 == UInt8(ascii: "\n") }
    }

    private mutating func emit(_ kind: JinjaToken.Kind) {
        tokens.append(JinjaToken(kind: kind, line: line))
    }

    private mutating func emitData(_ data: ArraySlice<UInt8>, strippingEnd strips: Bool) {
        var data = data
        if strips { while let last = data.last, Self.isSpace(last) { data.removeLast() } }
        if !data.isEmpty { emit(.data(String(decoding: data, as: UTF8.self))) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte)
    }

    private mutating func readTag() throws(JinjaError) {
        let kind = text[index + 1]
        index += 2
        if index < text.count, "+-".utf8.contains(text[index]) { index += 1 }
        switch kind {
        case UInt8(ascii: "#"): try skipComment()
        case UInt8(ascii: "{"):
            emit(.variableBegin)
            try readExpression(until: "}}")
            emit(.variableEnd)
        default:
            if takeRaw() { return try readRaw() }
            emit(.blockBegin)
            try readExpression(until: "%}")
            emit(.blockEnd)
        }
    }

    private mutating func skipComment() throws(JinjaError) {
        let start = line
        while !stands("#}") {
            guard index < text.count else {
                throw JinjaError(template: name, line: start, message: "a comment does not end")
            }
            advance()
        }
        let strips = text[index - 1] == UInt8(ascii: "-")
        index += 2
        if strips { skipSpace() }
    }

    private mutating func advance() {
        if text[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    private mutating func skipSpace() {
        while index < text.count, Self.isSpace(text[index]) { advance() }
    }

    private func stands(_ mark: String, at place: Int? = nil) -> Bool {
        let place = place ?? index
        return place + mark.utf8.count <= text.count
            && text[place..<place + mark.utf8.count].elementsEqual(mark.utf8)
    }

    // MARK: Raw text

    /// Whether the block that begins here is `raw`, which is then behind us.
    private mutating func takeRaw() -> Bool {
        takeWord("raw")
    }

    private mutating func takeWord(_ word: String) -> Bool {
        let (start, startLine) = (index, line)
        skipSpace()
        if stands(word) {
            index += word.utf8.count
            skipSpace()
            if takeEnd("%}") { return true }
        }
        (index, line) = (start, startLine)
        return false
    }

    private mutating func readRaw() throws(JinjaError) {
        let (start, startLine) = (index, line)
        while index < text.count {
            let end = index
            if stands("{%") {
                index += 2
                let strips = index < text.count && text[index] == UInt8(ascii: "-")
                if strips || (index < text.count && text[index] == UInt8(ascii: "+")) { index += 1 }
                if takeWord("endraw") {
                    emitData(text[start..<end], strippingEnd: strips)
                    return
                }
                index = end
            }
            advance()
        }
        throw JinjaError(template: name, line: startLine, message: "raw text does not end")
    }

    /// Takes the end of a tag, and the white space behind it where its sign says so.
    private mutating func takeEnd(_ mark: String) -> Bool {
        if stands(mark) {
            index += 2
        } else if stands("-" + mark) {
            index += 3
            skipSpace()
        } else if stands("+" + mark) {
            index += 3
        } else {
            return false
        }
        return true
    }

    // MARK: In tags

    private mutating func readExpression(until end: String) throws(JinjaError) {
        let start = line
        var brackets: [UInt8] = []
        while true {
            skipSpace()
            guard index < text.count else {
                throw JinjaError(template: name, line: start, message: "a tag does not end")
            }
            if brackets.isEmpty, takeEnd(end) { return }
            try readToken(&brackets)
        }
    }

    private mutating func readToken(_ brackets: inout [UInt8]) throws(JinjaError) {
        let byte = text[index]
        if Self.isLetter(byte) {
            emit(.name(word { Self.isLetter($0) || Self.isDigit($0) }))
        } else if Self.isDigit(byte) {
            try readNumber()
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            try readString(byte)
        } else {
            try readSign(&brackets)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
        let start = index
        while index < text.count, belongs(text[index]) { index += 1 }
        return String(decoding: text[start..<index], as: UTF8.self)
    }

    private mutating func readNumber() throws(JinjaError) {
        let start = index
        let digits = word { Self.isDigit($0) || $0 == UInt8(ascii: "_") }.filter { $0 != "_" }
        let isReal = takeFraction()
        if takeExponent() || isReal {
            let number = String(decoding: text[start..<index], as: UTF8.self)
            emit(.real(Double(number.filter { $0 != "_" }) ?? 0))
        } else if let number = Int(digits) {
            emit(.integer(number))
        } else {
            throw JinjaError(template: name, line: line, message: "\(digits) is too large")
        }
    }

    private mutating func takeFraction() -> Bool {
        guard index + 1 < text.count, text[index] == UInt8(ascii: "."),
            Self.isDigit(text[index + 1])
        else { return false }
        index += 1
        _ = word(Self.isDigit)
        return true
    }

    private mutating func takeExponent() -> Bool {
        let start = index
        guard index < text.count, "eE".utf8.contains(text[index]) else { return false }
        index += 1
        if index < text.count, "+-".utf8.contains(text[index]) { index += 1 }
        if word(Self.isDigit).isEmpty { index = start }
        return index > start
    }

    private mutating func readString(_ quote: UInt8) throws(JinjaError) {
        let start = line
        var bytes: [UInt8] = []
        index += 1
        while index < text.count, text[index] != quote {
            if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
                index += 1
                bytes += Self.escaped(text[index])
            } else {
                bytes.append(text[index])
            }
            advance()
        }
        guard index < text.count else {
            throw JinjaError(template: name, line: start, message: "a text does not end")
        }
        index += 1
        emit(.string(String(decoding: bytes, as: UTF8.self)))
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "n"): [0x0A]
        case UInt8(ascii: "t"): [0x09]
        case UInt8(ascii: "r"): [0x0D]
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): [byte]
        case UInt8(ascii: "\n"): []
        default: [UInt8(ascii: "\\"), byte]
        }
    }

    private static let signs = [
        "//", "**", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<", ">", "=", "(", ")",
        "[", "]", "{", "}", ".", ",", ":", "|", ";",
    ]

    private mutating func readSign(_ brackets: inout [UInt8]) throws(JinjaError) {
        guard let sign = Self.signs.first(where: { stands($0) }) else {
            let character = Character(Unicode.Scalar(text[index]))
            throw JinjaError(
                template: name, line: line, message: "unexpected char '\(character)'")
        }
        switch sign {
        case "(", "[", "{": brackets.append(text[index])
        case ")", "]", "}":
            let pairs: [UInt8: String] = [
                UInt8(ascii: "("): ")", UInt8(ascii: "["): "]", UInt8(ascii: "{"): "}",
            ]
            guard let open = brackets.popLast(), pairs[open] == sign else {
                throw JinjaError(template: name, line: line, message: "unexpected '\(sign)'")
            }
        default: break
        }
        index += sign.utf8.count
        emit(.sign(sign))
    }
}
