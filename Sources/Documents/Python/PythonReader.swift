/// Reads one literal of Python out of a text.
struct PythonReader {
    let scalars: [Unicode.Scalar]
    var index = 0
    private let depthLimit: Int
    /// Where each line begins.
    private let lineStarts: [Int]

    init(_ text: String, depthLimit: Int) {
        let scalars = Array(text.unicodeScalars)
        lineStarts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
        self.scalars = scalars
        self.depthLimit = depthLimit
    }

    mutating func document() throws(PythonSyntaxError) -> PythonLiteral {
        let literal = try literal(depth: 0)
        skipSpace()
        guard index == scalars.count else { throw unexpected("the end") }
        return literal
    }

    var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    func place(of index: Int) -> TextPlace {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= index { low = middle } else { high = middle }
        }
        return TextPlace(line: low + 1, column: index - lineStarts[low] + 1)
    }

    func error(_ message: String, at index: Int? = nil) -> PythonSyntaxError {
        PythonSyntaxError(place: place(of: index ?? self.index), message: message)
    }

    func unexpected(_ expected: String) -> PythonSyntaxError {
        let found = next.map { "'\($0)'" } ?? "the end"
        return error("found \(found), expected \(expected)")
    }

    private func unclosed(_ opening: Unicode.Scalar, _ start: Int) -> PythonSyntaxError {
        error("the text ends, and the '\(opening)' of \(place(of: start)) is not closed")
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    mutating func skipSpace() {
        while let scalar = next {
            switch scalar {
            case " ", "\n", "\t", "\r", "\u{C}", "\u{FEFF}": index += 1
            case "#":
                while next != nil, next != "\n" { index += 1 }
            case "\\" where index + 1 < scalars.count && scalars[index + 1] == "\n": index += 2
            default: return
            }
        }
    }

    private mutating func literal(depth: Int) throws(PythonSyntaxError) -> PythonLiteral {
        skipSpace()
        guard depth <= depthLimit else { throw error("brackets are nested too deep") }
        let start = index
        let content = try content(depth: depth)
        return PythonLiteral(content, at: place(of: start))
    }

    private mutating func content(depth: Int) throws(PythonSyntaxError) -> PythonLiteral.Content {
        switch next {
        case "[": return .list(try items("[", to: "]", depth: depth).items)
        case "(": return try parenthesis(depth: depth)
        case "{": return try map(depth: depth)
        case "'", "\"": return .string(try strings())
        case .some(let scalar) where scalar.properties.isXIDStart || scalar == "_":
            return try word(depth: depth)
        case .some("0"..."9"), "-", "+", ".": return try number()
        default: throw unexpected("a value")
        }
    }

    /// A tuple, or one value in parentheses.
    private mutating func parenthesis(
        depth: Int
    ) throws(PythonSyntaxError) -> PythonLiteral.Content {
        let (items, endsInComma) = try items("(", to: ")", depth: depth)
        return items.count == 1 && !endsInComma ? items[0].content : .tuple(items)
    }

    /// What stands between two brackets, separated by commas.
    private mutating func items(
        _ opening: Unicode.Scalar, to closing: Unicode.Scalar, depth: Int
    ) throws(PythonSyntaxError) -> (items: [PythonLiteral], endsInComma: Bool) {
        let start = index
        index += 1
        var items: [PythonLiteral] = []
        var endsInComma = false
        while true {
            skipSpace()
            if take(closing) { return (items, endsInComma) }
            guard next != nil else { throw unclosed(opening, start) }
            guard items.isEmpty || endsInComma else { throw unexpected("',' or '\(closing)'") }
            items.append(try literal(depth: depth + 1))
            skipSpace()
            endsInComma = take(",")
        }
    }

    private mutating func map(depth: Int) throws(PythonSyntaxError) -> PythonLiteral.Content {
        let start = index
        index += 1
        var entries: [PythonLiteral.Entry] = []
        var endsInComma = true
        while true {
            skipSpace()
            if take("}") { return .map(entries) }
            guard next != nil else { throw unclosed("{", start) }
            guard endsInComma else { throw unexpected("',' or '}'") }
            let key = try literal(depth: depth + 1)
            skipSpace()
            guard take(":") else { throw unexpected("':'") }
            entries.append(.init(key: key, value: try literal(depth: depth + 1)))
            skipSpace()
            endsInComma = take(",")
        }
    }

    /// A constant by name, a text with a prefix, or a call.
    private mutating func word(depth: Int) throws(PythonSyntaxError) -> PythonLiteral.Content {
        let start = index
        while next?.properties.isXIDContinue == true { index += 1 }
        var name = ""
        name.unicodeScalars.append(contentsOf: scalars[start..<index])
        if next == "'" || next == "\"" {
            guard ["u", "r", "b", "br", "rb"].contains(name.lowercased()) else {
                throw error("found '\(name)', expected a value", at: start)
            }
            index = start
            return .string(try strings())
        }
        switch name {
        case "None": return .none
        case "True": return .bool(true)
        case "False": return .bool(false)
        // Neither is a literal of Python's, though `repr` writes them for such numbers.
        case "nan": return .real(.nan)
        case "inf": return .real(.infinity)
        default: break
        }
        skipSpace()
        guard next == "(" else { throw error("found '\(name)', expected a value", at: start) }
        return .call(name: name, arguments: try items("(", to: ")", depth: depth).items)
    }
}
