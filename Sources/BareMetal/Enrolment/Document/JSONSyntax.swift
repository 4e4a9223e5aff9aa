/// Holds a text to JSON's grammar (RFC 8259) and says where it leaves it.
///
/// YAML forgives what JSON's readers do not: trailing commas, comments, words without quotes. A
/// file that calls itself JSON must be readable by other tools too.
struct JSONSyntax {
    struct SyntaxError: Error {
        let line: Int
        let message: String
    }

    private enum Expectation {
        case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
    }

    private struct Opening {
        let bracket: UInt8
        let line: Int
    }

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var expectation = Expectation.value
    private var openings: [Opening] = []

    private init(_ text: String) { bytes = Array(text.utf8) }

    static func firstError(in text: String) -> SyntaxError? {
        var syntax = JSONSyntax(text)
        do {
            try syntax.check()
            return nil
        } catch {
            return error
        }
    }

    private mutating func check() throws(SyntaxError) {
        while let byte = nextMeaningfulByte() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): try open(byte)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): try close(byte)
            case UInt8(ascii: ","): try comma()
            case UInt8(ascii: ":"): try colon()
            case UInt8(ascii: "\""): try string()
            default: try word()
            }
        }
        if let opening = openings.last {
            throw error(
                "the file ends inside the '\(character(opening.bracket))' of line \(opening.line)"
            )
        }
        if expectation == .value { throw error("found nothing, expected a JSON document") }
    }

    private mutating func nextMeaningfulByte() -> UInt8? {
        while position < bytes.count {
            let byte = bytes[position]
            guard [0x20, 0x09, 0x0a, 0x0d].contains(byte) else { return byte }
            if byte == 0x0a { line += 1 }
            position += 1
        }
        return nil
    }

    private mutating func open(_ bracket: UInt8) throws(SyntaxError) {
        try requireValue("'\(character(bracket))'")
        openings.append(Opening(bracket: bracket, line: line))
        expectation = bracket == UInt8(ascii: "{") ? .keyOrEnd : .valueOrEnd
        position += 1
    }

    private mutating func close(_ bracket: UInt8) throws(SyntaxError) {
        let found = "found '\(character(bracket))'"
        if expectation == .key || (expectation == .value && !openings.isEmpty && isAfterComma) {
            throw error(
                "\(found) after a comma, expected another entry: JSON has no trailing commas"
            )
        }
        guard expectation == .keyOrEnd || expectation == .valueOrEnd || expectation == .commaOrEnd,
            let opening = openings.last
        else { throw error("\(found), expected \(expected)") }
        // In ASCII the closing brackets come two places after the opening ones.
        guard opening.bracket + 2 == bracket else {
            let open = "'\(character(opening.bracket))' of line \(opening.line)"
            throw error("\(found), expected the end of the \(open)")
        }
        openings.removeLast()
        endValue()
    }

    private var isAfterComma: Bool {
        bytes[..<position].last { ![0x20, 0x09, 0x0a, 0x0d].contains($0) } == UInt8(ascii: ",")
    }

    private mutating func comma() throws(SyntaxError) {
        guard expectation == .commaOrEnd, let opening = openings.last else {
            throw error("found ',', expected \(expected)")
        }
        expectation = opening.bracket == UInt8(ascii: "{") ? .key : .value
        position += 1
    }

    private mutating func colon() throws(SyntaxError) {
        guard expectation == .colon else { throw error("found ':', expected \(expected)") }
        expectation = .value
        position += 1
    }

    private mutating func endValue() {
        expectation = openings.isEmpty ? .nothing : .commaOrEnd
        position += 1
    }

    private func requireValue(_ found: String) throws(SyntaxError) {
        guard expectation == .value || expectation == .valueOrEnd else {
            throw error("found \(found), expected \(expected)")
        }
    }

    private func error(_ message: String) -> SyntaxError {
        SyntaxError(line: line, message: message)
    }

    private func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

    private var expected: String {
        switch expectation {
        case .value: "a value"
        case .valueOrEnd: "a value or ']'"
        case .key: "a key in double quotes"
        case .keyOrEnd: "a key in double quotes or '}'"
        case .colon: "':'"
        case .commaOrEnd: "',' or the end of the list or mapping"
        case .nothing: "the end of the file"
        }
    }
}

// MARK: - Strings and words

extension JSONSyntax {
    private mutating func string() throws(SyntaxError) {
        let isKey = expectation == .key || expectation == .keyOrEnd
        if !isKey { try requireValue("a text") }
        position += 1
        while true {
            guard position < bytes.count else { throw error("the file ends inside a text") }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                endValue()
                if isKey { expectation = .colon }
                return
            case UInt8(ascii: "\\"): try escape()
            case 0x09: throw error("found a tab in a text, expected \\t")
            case ..<0x20: throw error("found a text that does not end in its line, expected '\"'")
            default: position += 1
            }
        }
    }

    private mutating func escape() throws(SyntaxError) {
        let rest = bytes[(position + 1)...]
        guard let letter = rest.first else { throw error("the file ends inside a text") }
        if letter == UInt8(ascii: "u") {
            let digits = rest.dropFirst().prefix(4)
            guard digits.count == 4, digits.allSatisfy({ character($0).isHexDigit }) else {
                throw error("found \\u without four hexadecimal digits after it")
            }
            position += 6
        } else if "\"\\/bfnrt".utf8.contains(letter) {
            position += 2
        } else {
            throw error("found a backslash before '\(character(letter))', which JSON does not have")
        }
    }

    private static let wordEnds = Array(" \t\r\n,:{}[]\"".utf8)

    /// Numbers, `true`, `false`, `null`, and everything that is none of them.
    private mutating func word() throws(SyntaxError) {
        let word = bytes[position...].prefix { !Self.wordEnds.contains($0) }
        let text = String(decoding: word, as: UTF8.self)
        let isComment = text.hasPrefix("#") || text.hasPrefix("//") || text.hasPrefix("/*")
        if isComment { throw error("found a comment, which JSON does not have") }
        if text.hasPrefix("'") { throw error("found a single quote, expected a double one") }
        let found = "'\(InputCursor.excerpt(text))'"
        try requireValue(found)
        guard ["true", "false", "null"].contains(text) || Self.isNumber(text) else {
            throw error("found \(found), expected a value: texts stand in double quotes")
        }
        position += text.utf8.count - 1
        endValue()
    }

    /// RFC 8259, section 6; by hand, since a regular expression costs more than all the rest.
    private static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let whole = rest.prefix(while: isDigit)
        guard let first = whole.first, first != UInt8(ascii: "0") || whole.count == 1 else {
            return false
        }
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return false }
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard let mark = rest.first else { return true }
        guard "eE".utf8.contains(mark) else { return false }
        rest = rest.dropFirst()
        if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
