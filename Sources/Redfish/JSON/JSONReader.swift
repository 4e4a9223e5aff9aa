/// Reads JSON (RFC 8259) from bytes that may be anything.
///
/// Foundation's decoder gives the members of an object in no order, takes 512 levels whatever its
/// user can bear, and has to be asked for each type in turn where a value may be any.
struct JSONReader {
    private let bytes: [UInt8]
    private var place = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.place == bytes.count else { throw .malformed(at: reader.place) }
        return value
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth <= JSONLimits.depth else { throw .tooDeep }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        for byte in word.utf8 {
            guard take(byte) else { throw .malformed(at: place) }
        }
        return value
    }

    private mutating func object(_ depth: Int) throws(JSONError) -> JSON {
        place += 1
        var members: [JSONObject.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(JSONObject()) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw .malformed(at: place) }
            let name = try text()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw .malformed(at: place) }
            guard members.count < JSONLimits.members else { throw .tooManyMembers }
            members.append(.init(name: name, value: try value(depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(JSONObject(members)) }
            guard take(UInt8(ascii: ",")) else { throw .malformed(at: place) }
        }
    }

    private mutating func list(_ depth: Int) throws(JSONError) -> JSON {
        place += 1
        var values: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .list([]) }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .list(values) }
            guard take(UInt8(ascii: ",")) else { throw .malformed(at: place) }
        }
    }

    private mutating func number() throws(JSONError) -> JSON {
        let start = place
        var isWhole = true
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try digits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        let written = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let integer = Int(written) { return .integer(integer) }
        guard let number = Double(written), number.isFinite else { throw .malformed(at: start) }
        return .number(number)
    }

    private mutating func digits() throws(JSONError) {
        let start = place
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            place += 1
        }
        guard place > start else { throw .malformed(at: place) }
    }

    private mutating func text() throws(JSONError) -> String {
        let start = place
        place += 1
        var content: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw .malformed(at: start)
                }
                return text
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw .malformed(at: place - 1)
            default: content.append(byte)
            }
        }
        throw .malformed(at: place)
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONError) {
        guard let byte = next else { throw .malformed(at: place) }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content += String(try scalar()).utf8
        default: throw .malformed(at: place - 1)
        }
    }

    /// The character of one `\u` escape, or of two that are a surrogate pair.
    private mutating func scalar() throws(JSONError) -> Character {
        let start = place
        var code = try hexadecimal()
        if (0xD800...0xDBFF).contains(code) {
            guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
                throw .malformed(at: start)
            }
            let low = try hexadecimal()
            guard (0xDC00...0xDFFF).contains(low) else { throw .malformed(at: start) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw .malformed(at: start) }
        return Character(scalar)
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw .malformed(at: place)
            }
            code = code << 4 | UInt32(digit)
            place += 1
        }
        return code
    }
}
