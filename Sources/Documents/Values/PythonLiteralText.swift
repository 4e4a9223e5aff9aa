import OrderedCollections

/// Reads a literal as Python's `ast.literal_eval` does: texts (with prefixes, escapes, and one
/// after the other), numbers, `None`, `True` and `False`, lists, tuples and dictionaries, with
/// comments between them. Tuples become lists; keys of dictionaries are texts or numbers.
///
/// `nan` and `inf` are taken too: `repr` writes them, and who reads facts would rather be told of
/// such a number than of a strange word.
package struct PythonLiteralText {
    /// How deep lists may stand in each other where nobody says.
    package static let usualDepth = 200

    private let bytes: [UInt8]
    private let depthLimit: Int
    private var index = 0

    init(_ text: String, depthLimit: Int) {
        bytes = Array(text.utf8)
        self.depthLimit = depthLimit
    }

    mutating func document() throws(PythonSyntaxError) -> DocumentValue {
        let value = try value(depth: 0)
        skipSpace()
        guard index == bytes.count else { throw error("there is more after the value") }
        return value
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func error(_ message: String) -> PythonSyntaxError {
        let before = bytes.prefix(index)
        let newline = UInt8(ascii: "\n")
        let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let column = before[start...].count { $0 & 0xC0 != 0x80 }
        return PythonSyntaxError(
            line: 1 + before.count { $0 == newline }, column: column + 1, message: message)
    }

    private mutating func skipSpace() {
        while let byte = next {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: index += 1
            case UInt8(ascii: "#"):
                while let byte = next, byte != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "\\") where bytes.dropFirst(index + 1).first == UInt8(ascii: "\n"):
                index += 2
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(PythonSyntaxError) -> DocumentValue {
        skipSpace()
        guard depth <= depthLimit else { throw error("nested too deep") }
        guard let byte = next else { throw error("the text ends where a value should stand") }
        switch byte {
        case UInt8(ascii: "["):
            return .list(try items(until: UInt8(ascii: "]"), depth: depth).items)
        case UInt8(ascii: "("):
            let (items, isTuple) = try items(until: UInt8(ascii: ")"), depth: depth)
            return isTuple ? .list(items) : items[0]
        case UInt8(ascii: "{"): return try map(depth)
        default: return try startsText() ? .string(texts()) : word()
        }
    }

    /// What stands in brackets, and whether that is a tuple if the brackets are round: one value
    /// without a comma behind it is only set in parentheses.
    private mutating func items(
        until end: UInt8, depth: Int
    ) throws(PythonSyntaxError) -> (items: [DocumentValue], isTuple: Bool) {
        index += 1
        var (items, commas): ([DocumentValue], Int) = ([], 0)
        while true {
            skipSpace()
            if take(end) { return (items, items.isEmpty || commas > 0) }
            guard items.count == commas else { throw expected(end, in: "a list") }
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: ",")) { commas += 1 }
        }
    }

    private func expected(_ end: UInt8, in place: String) -> PythonSyntaxError {
        let found = next == nil ? "the text ends in \(place)" : "expected a comma in \(place)"
        return error("\(found): expected ',' or '\(Character(Unicode.Scalar(end)))'")
    }

    private mutating func map(_ depth: Int) throws(PythonSyntaxError) -> DocumentValue {
        index += 1
        var entries: OrderedDictionary<String, DocumentValue> = [:]
        var needsComma = false
        while true {
            skipSpace()
            if take(UInt8(ascii: "}")) { return .map(entries) }
            guard !needsComma else { throw expected(UInt8(ascii: "}"), in: "a dictionary") }
            let key = try key(depth)
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw error("expected ':' after a key") }
            entries[key] = try value(depth: depth + 1)
            skipSpace()
            needsComma = !take(UInt8(ascii: ","))
        }
    }

    private mutating func key(_ depth: Int) throws(PythonSyntaxError) -> String {
        switch try value(depth: depth + 1) {
        case .string(let text): return text
        case .integer(let number): return String(number)
        case .real(let number): return PythonText.number(number)
        default: throw error("a key is neither a text nor a number")
        }
    }

    // MARK: Numbers and names

    private mutating func word() throws(PythonSyntaxError) -> DocumentValue {
        let start = index
        while let byte = next, Self.isWord(byte, after: index > start ? bytes[index - 1] : nil) {
            index += 1
        }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        if let value = Self.names[word] ?? Self.number(word) { return value }
        index = start
        throw error(word.isEmpty ? "expected a value" : "'\(word.prefix(40))' is no literal")
    }

    private static let names: [String: DocumentValue] = [
        "None": .null, "True": .bool(true), "False": .bool(false), "nan": .real(.nan),
        "inf": .real(.infinity), "-inf": .real(-.infinity),
    ]

    private static func isWord(_ byte: UInt8, after previous: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            previous == nil || previous.map { $0 | 0x20 } == UInt8(ascii: "e")
        default: false
        }
    }

    /// Whole numbers may have the mark of old Python's long ones.
    private static func number(_ word: String) -> DocumentValue? {
        let digits = word.filter { $0 != "_" }
        if let number = Int(digits.hasSuffix("L") ? String(digits.dropLast()) : digits) {
            return .integer(number)
        }
        guard digits.contains(where: \.isNumber), !digits.contains("x") else {
            return Int(digits.dropFirst(2), radix: 16).map { .integer($0) }
        }
        return Double(digits).map { .real($0) }
    }

    // MARK: Texts

    private static let quotes: [UInt8] = [UInt8(ascii: "'"), UInt8(ascii: "\"")]

    /// Whether a text begins here: a quote, perhaps after one or two letters.
    private func startsText() -> Bool {
        var place = index
        while place < bytes.count, place - index < 2, Self.prefixes.contains(bytes[place] | 0x20) {
            place += 1
        }
        return place < bytes.count && Self.quotes.contains(bytes[place])
    }

    private static let prefixes: [UInt8] = [
        UInt8(ascii: "u"), UInt8(ascii: "b"), UInt8(ascii: "r"),
    ]

    private mutating func texts() throws(PythonSyntaxError) -> String {
        var text = ""
        while startsText() {
            text += try self.text()
            skipSpace()
        }
        return text
    }

    private mutating func text() throws(PythonSyntaxError) -> String {
        let start = index
        var isRaw = false
        while let byte = next, !Self.quotes.contains(byte) {
            isRaw = isRaw || byte | 0x20 == UInt8(ascii: "r")
            index += 1
        }
        let quote = bytes[index]
        let isLong = bytes[index...].prefix(3).allSatisfy { $0 == quote } && index + 2 < bytes.count
        index += isLong ? 3 : 1
        var units: [UInt8] = []
        while let byte = next {
            if byte == quote, !isLong || bytes[index...].starts(with: [quote, quote, quote]) {
                index += isLong ? 3 : 1
                return String(decoding: units, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\n"), !isLong { break }
            index += 1
            if byte != UInt8(ascii: "\\") || isRaw {
                units.append(byte)
            } else {
                units += try escaped()
            }
        }
        index = start
        throw error("a text does not end")
    }

    private mutating func escaped() throws(PythonSyntaxError) -> [UInt8] {
        guard let byte = next else { throw error("a text does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "\n"): return []
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "a"): return [0x07]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "v"): return [0x0B]
        case UInt8(ascii: "x"): return try scalar(digits: 2)
        case UInt8(ascii: "u"): return try scalar(digits: 4)
        case UInt8(ascii: "U"): return try scalar(digits: 8)
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(byte)
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return [byte]
        default: return [UInt8(ascii: "\\"), byte]
        }
    }

    private mutating func scalar(digits: Int) throws(PythonSyntaxError) -> [UInt8] {
        let text = String(decoding: bytes[index...].prefix(digits), as: UTF8.self)
        guard text.utf8.count == digits, let code = UInt32(text, radix: 16) else {
            throw error("expected \(digits) hexadecimal digits")
        }
        index += digits
        return Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }

    private mutating func octal(_ first: UInt8) -> [UInt8] {
        var code = UInt32(first - UInt8(ascii: "0"))
        var count = 1
        while count < 3, let byte = next, UInt8(ascii: "0")...UInt8(ascii: "7") ~= byte {
            code = code * 8 + UInt32(byte - UInt8(ascii: "0"))
            (index, count) = (index + 1, count + 1)
        }
        return Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }
}

extension DocumentValue {
    /// What a literal of Python's says.
    ///
    /// - Parameter depth: how deep lists and dictionaries may stand in each other.
    package init(
        python text: String, depth: Int = PythonLiteralText.usualDepth
    ) throws(PythonSyntaxError) {
        var reader = PythonLiteralText(text, depthLimit: depth)
        self = try reader.document()
    }
}
