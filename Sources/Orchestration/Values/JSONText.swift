import OrderedCollections

/// Reads JSON (RFC 8259) that stands in a text: in a parameter's value, where a function reads one,
/// or in a stored document. Maps keep the order they were written in; of equal keys the last holds.
struct JSONText {
    /// Values may lie in each other this deep; whoever reads deeper ones runs out of stack.
    private static let depthLimit = 200

    private struct SyntaxError: Error {}

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    private init(_ text: String) { bytes = Array(text.utf8) }

    /// - Returns: nil for what is not JSON.
    static func value(of text: String) -> TemplateValue? {
        var reader = JSONText(text)
        do {
            let value = try reader.value()
            reader.skipBlanks()
            return reader.position == reader.bytes.count ? value : nil
        } catch {
            return nil
        }
    }

    private mutating func value() throws(SyntaxError) -> TemplateValue {
        skipBlanks()
        switch try peek() {
        case UInt8(ascii: "{"): return try nested { reader throws(SyntaxError) in try reader.map() }
        case UInt8(ascii: "["):
            return try nested { reader throws(SyntaxError) in try reader.list() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(
        _ read: (inout JSONText) throws(SyntaxError) -> TemplateValue
    ) throws(SyntaxError) -> TemplateValue {
        guard depth < Self.depthLimit else { throw SyntaxError() }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try read(&self)
    }

    private mutating func map() throws(SyntaxError) -> TemplateValue {
        var entries: OrderedDictionary<String, TemplateValue> = [:]
        skipBlanks()
        if take("}") { return .map(entries) }
        repeat {
            skipBlanks()
            guard try peek() == UInt8(ascii: "\"") else { throw SyntaxError() }
            let key = try string()
            skipBlanks()
            guard take(":") else { throw SyntaxError() }
            entries[key] = try value()
            skipBlanks()
        } while take(",")
        guard take("}") else { throw SyntaxError() }
        return .map(entries)
    }

    private mutating func list() throws(SyntaxError) -> TemplateValue {
        var items: [TemplateValue] = []
        skipBlanks()
        if take("]") { return .list(items) }
        repeat {
            items.append(try value())
            skipBlanks()
        } while take(",")
        guard take("]") else { throw SyntaxError() }
        return .list(items)
    }

    // MARK: Words and numbers

    private mutating func word(
        _ word: StaticString, _ value: TemplateValue
    ) throws(SyntaxError) -> TemplateValue {
        let length = word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: length)
        guard bytes[position...].prefix(length).elementsEqual(expected) else { throw SyntaxError() }
        position += length
        return value
    }

    private mutating func number() throws(SyntaxError) -> TemplateValue {
        let start = position
        while position < bytes.count, Self.numberBytes.contains(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let digits = text.drop { $0 == "-" }
        let isPlain = digits.count == 1 || digits.first != "0" || digits.dropFirst().first == "."
        guard isPlain || digits.dropFirst().first?.lowercased() == "e",
            digits.first?.isNumber == true, digits.last?.isNumber == true
        else { throw SyntaxError() }
        if let number = Int(text) { return .integer(number) }
        guard let number = Double(text) else { throw SyntaxError() }
        return .real(number)
    }

    private static let numberBytes = Set("0123456789+-.eE".utf8)

    // MARK: Texts

    private mutating func string() throws(SyntaxError) -> String {
        position += 1
        var text = ""
        var start = position
        while true {
            switch try peek() {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                text.unicodeScalars.append(try escaped())
                start = position
            case 0..<0x20: throw SyntaxError()
            default: position += 1
            }
        }
    }

    private mutating func escaped() throws(SyntaxError) -> Unicode.Scalar {
        let letter = try peek()
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw SyntaxError()
        }
    }

    /// What lies beyond the first plane is written as two halves.
    private mutating func codePoint() throws(SyntaxError) -> Unicode.Scalar {
        let high = try unit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard 0xD800..<0xDC00 ~= high, take("\\"), take("u") else { throw SyntaxError() }
        let low = try unit()
        guard 0xDC00..<0xE000 ~= low,
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw SyntaxError() }
        return scalar
    }

    private mutating func unit() throws(SyntaxError) -> UInt32 {
        let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
            let unit = UInt32(digits, radix: 16)
        else { throw SyntaxError() }
        position += 4
        return unit
    }

    // MARK: Bytes

    private func peek() throws(SyntaxError) -> UInt8 {
        guard position < bytes.count else { throw SyntaxError() }
        return bytes[position]
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else {
            return false
        }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
            position += 1
        }
    }
}
