/// Reads XML as libvirt, lshw and conrep write it: without definitions of documents and entities
/// of its own.
package struct XMLReader {
    private let bytes: [UInt8]
    private var place = 0

    /// - Returns: the outermost element.
    package static func read(_ text: String) throws(XMLProblem) -> XMLElement {
        var reader = XMLReader(bytes: Array(text.utf8))
        guard reader.bytes.count <= XMLLimits.size else { throw reader.problem("it is too long") }
        try reader.skipBetween()
        let root = try reader.element(depth: 0)
        try reader.skipBetween()
        guard reader.place == reader.bytes.count else { throw reader.problem("more follows") }
        return root
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func problem(_ reason: String) -> XMLProblem {
        XMLProblem(reason: reason, offset: place)
    }

    // MARK: Elements

    private mutating func element(depth: Int) throws(XMLProblem) -> XMLElement {
        guard depth < XMLLimits.depth else { throw problem("elements lie too deep") }
        try expect("<")
        let name = try name()
        let attributes = try attributes()
        if take("/>") { return XMLElement(name: name, attributes: attributes, nodes: []) }
        try expect(">")
        let nodes = try nodes(depth: depth)
        try expect("</")
        guard try self.name() == name else { throw problem("another element ends here") }
        skipSpace()
        try expect(">")
        return XMLElement(name: name, attributes: attributes, nodes: nodes)
    }

    private mutating func attributes() throws(XMLProblem) -> [XMLElement.Attribute] {
        var attributes: [XMLElement.Attribute] = []
        while true {
            skipSpace()
            if isAt(">") || isAt("/>") { return attributes }
            let name = try name()
            skipSpace()
            try expect("=")
            skipSpace()
            let quote: StaticString = isAt("'") ? "'" : "\""
            try expect(quote)
            let value = try unescape(try upTo(quote))
            guard !attributes.contains(where: { $0.name == name }) else {
                throw problem("an attribute is there twice")
            }
            attributes.append(XMLElement.Attribute(name: name, value: value))
        }
    }

    private mutating func nodes(depth: Int) throws(XMLProblem) -> [XMLElement.Node] {
        var nodes: [XMLElement.Node] = []
        while !isAt("</") {
            guard place < bytes.count else { throw problem("an element does not end") }
            if take("<!--") {
                _ = try upTo("-->")
            } else if take("<![CDATA[") {
                nodes.append(.text(String(decoding: try upTo("]]>"), as: UTF8.self)))
            } else if take("<?") {
                _ = try upTo("?>")
            } else if isAt("<") {
                nodes.append(.element(try element(depth: depth + 1)))
            } else {
                let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
                let text = try unescape(bytes[place..<end])
                place = end
                // Between elements, white space is layout.
                if !text.allSatisfy(\.isWhitespace) { nodes.append(.text(text)) }
            }
        }
        return nodes
    }

    // MARK: Parts

    private mutating func name() throws(XMLProblem) -> String {
        let start = place
        while place < bytes.count, Self.isOfName(bytes[place]) { place += 1 }
        guard place > start else { throw problem("there is no name") }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...:
            true
        default: false
        }
    }

    private func unescape(_ part: ArraySlice<UInt8>) throws(XMLProblem) -> String {
        guard part.contains(UInt8(ascii: "&")) else { return String(decoding: part, as: UTF8.self) }
        var text = ""
        for (index, piece) in part.split(
            separator: UInt8(ascii: "&"), omittingEmptySubsequences: false
        ).enumerated() {
            guard index > 0 else {
                text += String(decoding: piece, as: UTF8.self)
                continue
            }
            guard let end = piece.firstIndex(of: UInt8(ascii: ";")),
                let scalar = Self.entity(String(decoding: piece[..<end], as: UTF8.self))
            else { throw problem("a character is written in an unknown way") }
            text.unicodeScalars.append(scalar)
            text += String(decoding: piece[(end + 1)...], as: UTF8.self)
        }
        return text
    }

    private static func entity(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let isHexadecimal = digits.hasPrefix("x")
            return UInt32(digits.dropFirst(isHexadecimal ? 1 : 0), radix: isHexadecimal ? 16 : 10)
                .flatMap(Unicode.Scalar.init)
        }
    }

    /// Skips what may stand before and after the outermost element.
    private mutating func skipBetween() throws(XMLProblem) {
        while true {
            skipSpace()
            if take("<?") {
                _ = try upTo("?>")
            } else if take("<!--") {
                _ = try upTo("-->")
            } else {
                return
            }
        }
    }

    private mutating func skipSpace() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private func isAt(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[place...].starts(with: $0) }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        guard isAt(text) else { return false }
        place += text.utf8CodeUnitCount
        return true
    }

    private mutating func expect(_ text: StaticString) throws(XMLProblem) {
        guard take(text) else { throw problem("'\(text)' is missing") }
    }

    /// What stands before a text, which is skipped.
    private mutating func upTo(_ text: StaticString) throws(XMLProblem) -> ArraySlice<UInt8> {
        let start = place
        while place < bytes.count {
            if isAt(text) {
                defer { place += text.utf8CodeUnitCount }
                return bytes[start..<place]
            }
            place += 1
        }
        throw problem("'\(text)' is missing")
    }
}
