/// Reads XML documents: elements, attributes, comments, the five entities and numbered characters.
///
/// Text between elements is passed over; CIBs have none that counts.
struct XMLReader {
    /// Deeper documents are refused.
    static let depthLimit = 200

    private let bytes: [UInt8]
    private var place = 0

    static func read(_ text: String) throws(XMLProblem) -> XMLElement {
        var reader = XMLReader(bytes: Array(text.utf8))
        try reader.skipToElement()
        let element = try reader.element(depth: 0)
        return element
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func problem(_ reason: String) -> XMLProblem {
        XMLProblem(offset: place, reason: reason)
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[place..<(place + count)]) }
    }

    /// Over text, comments, declarations and instructions.
    private mutating func skipToElement() throws(XMLProblem) {
        while true {
            guard let next = bytes[place...].firstIndex(of: UInt8(ascii: "<")) else {
                place = bytes.count
                throw problem("The document ends before its elements do.")
            }
            place = next
            if starts(with: "<!--") {
                try skip(past: "-->")
            } else if starts(with: "<![CDATA[") {
                try skip(past: "]]>")
            } else if starts(with: "<?") || starts(with: "<!") {
                try skip(past: ">")
            } else {
                return
            }
        }
    }

    private mutating func skip(past end: StaticString) throws(XMLProblem) {
        while place < bytes.count, !starts(with: end) { place += 1 }
        guard place < bytes.count else { throw problem("Something is not closed.") }
        place += end.utf8CodeUnitCount
    }

    private mutating func element(depth: Int) throws(XMLProblem) -> XMLElement {
        guard depth < Self.depthLimit else { throw problem("Elements lie too deep.") }
        place += 1
        var element = XMLElement(try name())
        while true {
            skipSpace()
            if starts(with: "/>") {
                place += 2
                return element
            }
            if starts(with: ">") {
                place += 1
                break
            }
            let name = try name()
            element[name] = try value()
        }
        while true {
            try skipToElement()
            if starts(with: "</") {
                try skip(past: ">")
                return element
            }
            element.children.append(try self.element(depth: depth + 1))
        }
    }

    private mutating func name() throws(XMLProblem) -> String {
        let start = place
        while place < bytes.count, !Self.ends(bytes[place]) { place += 1 }
        guard place > start else { throw problem("A name is missing.") }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static func ends(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 9 || byte == 13
    }

    private mutating func skipSpace() {
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    }

    private mutating func value() throws(XMLProblem) -> String {
        skipSpace()
        guard starts(with: "=") else { throw problem("An attribute has no value.") }
        place += 1
        skipSpace()
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == 39 else {
            throw problem("A value is not quoted.")
        }
        let quote = bytes[place]
        let start = place + 1
        guard let end = bytes[start...].firstIndex(of: quote) else {
            throw problem("A value is not closed.")
        }
        place = end + 1
        return Self.unescaped(String(decoding: bytes[start..<end], as: UTF8.self))
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.firstIndex(of: ";"),
                let character = character(rest[rest.index(after: mark)..<end])
            else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            result.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(_ entity: Substring) -> Character? {
        switch entity {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard entity.hasPrefix("#") else { return nil }
        let digits = entity.dropFirst()
        let number =
            digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map(Character.init)
    }
}
