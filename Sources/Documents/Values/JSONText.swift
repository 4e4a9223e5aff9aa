import OrderedCollections

/// Reads a JSON text as Python's `json.loads` does: maps keep their order, of equal keys the last
/// one holds, and the words `NaN` and `Infinity` are numbers.
package struct JSONText {
    /// How deep lists and maps may stand in each other where nobody says: Python gives up at about
    /// its limit of a thousand calls.
    package static let usualDepth = 900

    private let bytes: [UInt8]
    private let depthLimit: Int
    private var index = 0

    init(_ text: String, depthLimit: Int) {
        bytes = Array(text.utf8)
        self.depthLimit = depthLimit
    }

    mutating func document() throws(JSONSyntaxError) -> DocumentValue {
        let value = try self.value(depth: 0)
        skipSpace()
        guard index == bytes.count else { throw error("there is more after the value") }
        return value
    }

    private func error(_ message: String) -> JSONSyntaxError {
        let line = 1 + bytes.prefix(index).count { $0 == UInt8(ascii: "\n") }
        return JSONSyntaxError(line: line, message: message)
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] {
            return false
        }
        index += length
        return true
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> DocumentValue {
        skipSpace()
        guard depth <= depthLimit else { throw error("nested too deep") }
        switch next {
        case UInt8(ascii: "{"): return try map(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .string(try string())
        default: return try word()
        }
    }

    private mutating func word() throws(JSONSyntaxError) -> DocumentValue {
        if take("null") { return .null }
        if take("true") { return .bool(true) }
        if take("false") { return .bool(false) }
        if take("NaN") { return .real(.nan) }
        if take("Infinity") { return .real(.infinity) }
        if take("-Infinity") { return .real(-.infinity) }
        return try number()
    }

    private mutating func number() throws(JSONSyntaxError) -> DocumentValue {
        let start = index
        _ = take("-")
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[index - whole] != UInt8(ascii: "0") else {
            index = start
            throw error("expected a value")
        }
        var isWhole = true
        let point = index
        if take(".") {
            if digits() == 0 { index = point } else { isWhole = false }
        }
        let exponent = index
        if take("e") || take("E") {
            _ = take("+") || take("-")
            if digits() == 0 { index = exponent } else { isWhole = false }
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isWhole, let number = Int(text) { return .integer(number) }
        guard let number = Double(text) else { throw error("expected a value") }
        return .real(number)
    }

    private mutating func digits() -> Int {
        let start = index
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        return index - start
    }

    private mutating func list(_ depth: Int) throws(JSONSyntaxError) -> DocumentValue {
        index += 1
        var items: [DocumentValue] = []
        skipSpace()
        if take("]") { return .list(items) }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return .list(items) }
            guard take(",") else { throw error("expected ',' or ']' in a list") }
        }
    }

    private mutating func map(_ depth: Int) throws(JSONSyntaxError) -> DocumentValue {
        index += 1
        var entries: OrderedDictionary<String, DocumentValue> = [:]
        skipSpace()
        if take("}") { return .map(entries) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw error("expected a key in quotes") }
            let key = try string()
            skipSpace()
            guard take(":") else { throw error("expected ':' after a key") }
            entries[key] = try value(depth: depth + 1)
            skipSpace()
            if take("}") { return .map(entries) }
            guard take(",") else { throw error("expected ',' or '}' in a map") }
        }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        index += 1
        var units: [UInt8] = []
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): units += Array(String(try escaped()).utf8)
            case 0..<0x20: throw error("found a control character in a text")
            default: units.append(byte)
            }
        }
        throw error("a text does not end")
    }

    private mutating func escaped() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard let byte = next else { throw error("a text does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        default: throw error("found an unknown escape in a text")
        }
    }

    /// Halves of surrogate pairs that stand alone are no text, and become the replacement
    /// character.
    private mutating func scalar() throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try unit()
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let mark = index
        guard take("\\u"), case let second = try unit(), (0xDC00..<0xE000).contains(second) else {
            index = mark
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func unit() throws(JSONSyntaxError) -> UInt32 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4,
            digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw error("expected four hexadecimal digits") }
        index += 4
        return unit
    }
}

extension DocumentValue {
    /// What a JSON text says.
    ///
    /// - Parameter depth: how deep lists and maps may stand in each other.
    package init(
        json text: String, depth: Int = JSONText.usualDepth
    ) throws(JSONSyntaxError) {
        var reader = JSONText(text, depthLimit: depth)
        self = try reader.document()
    }
}
