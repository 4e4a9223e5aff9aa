/// Reads Clojure's notation from one text, with the line each value begins in.
struct EDNReader {
    /// Brackets within brackets, at most.
    private static let depth = 64

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The next value; `nil` at the end. Brackets around all of them are passed over.
    mutating func next() throws(HistoryReadError) -> (line: Int, value: EDN)? {
        while let byte = peek() {
            guard UInt8(ascii: "(") == byte || byte == UInt8(ascii: "[") || Self.isEnd(byte) else {
                return (line, try value(depth: 0))
            }
            advance()
        }
        return nil
    }

    /// All values of the line that the reader stands in.
    mutating func values() throws(HistoryReadError) -> [EDN] {
        var values: [EDN] = []
        while peek() != nil { values.append(try value(depth: 0)) }
        return values
    }

    private mutating func value(depth: Int) throws(HistoryReadError) -> EDN {
        guard depth < Self.depth else {
            throw HistoryReadError(line: line, problem: "brackets are nested too deep")
        }
        switch peek() {
        case UInt8(ascii: "("), UInt8(ascii: "["): return .sequence(try items(depth))
        case UInt8(ascii: "{"): return .map(try items(depth))
        case UInt8(ascii: "#"): return try tagged(depth)
        case UInt8(ascii: "\""): return .atom(try quoted())
        case let byte? where !Self.isEnd(byte): return atom()
        default: throw HistoryReadError(line: line, problem: "a value is missing")
        }
    }

    /// A set, `#{1 2}`, or a value with its type before it, `#jepsen.history.Op{…}`.
    private mutating func tagged(_ depth: Int) throws(HistoryReadError) -> EDN {
        advance()
        if peek() == UInt8(ascii: "{") { return .sequence(try items(depth)) }
        _ = atom()
        return try value(depth: depth + 1)
    }

    private mutating func items(_ depth: Int) throws(HistoryReadError) -> [EDN] {
        advance()
        var items: [EDN] = []
        while let byte = peek(), !Self.isEnd(byte) { items.append(try value(depth: depth + 1)) }
        guard peek() != nil else {
            throw HistoryReadError(line: line, problem: "a bracket is open")
        }
        advance()
        return items
    }

    private mutating func quoted() throws(HistoryReadError) -> String {
        advance()
        var text: [UInt8] = []
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count { place += 1 }
            text.append(bytes[place])
            place += 1
        }
        guard place < bytes.count else {
            throw HistoryReadError(line: line, problem: "a quotation is open")
        }
        advance()
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func atom() -> EDN {
        let start = place
        while place < bytes.count, !Self.isSeparator(bytes[place]) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        return text == "nil" ? .nil : .atom(text)
    }

    /// The next byte that is no space, comma or comment.
    private mutating func peek() -> UInt8? {
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: ";") {
                while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
            } else if Self.isSpace(byte) {
                advance()
            } else {
                return byte
            }
        }
        return nil
    }

    private mutating func advance() {
        if bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ",")
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        isSpace(byte) || isEnd(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
            || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ";")
    }
}
