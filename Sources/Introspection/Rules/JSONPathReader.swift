import Documents

/// Reads a path in the language of `jsonpath-rw`.
struct JSONPathReader {
    private let characters: [Character]
    private var index = 0

    /// - Throws: what is wrong with the path, and where.
    static func path(_ text: String) throws(RuleError) -> JSONPath {
        var reader = JSONPathReader(characters: Array(text))
        let path = try reader.union()
        guard reader.index == reader.characters.count else { throw reader.unexpected() }
        return path
    }

    private init(characters: [Character]) { self.characters = characters }

    private var next: Character? { index < characters.count ? characters[index] : nil }

    private func unexpected() -> RuleError {
        let found = next.map { "'\($0)'" } ?? "the end"
        return RuleError("Unable to parse field JSON path: found \(found) in column \(index + 1)")
    }

    private mutating func skipSpace() { while next?.isWhitespace == true { index += 1 } }

    private mutating func take(_ text: String) -> Bool {
        skipSpace()
        guard characters[index...].starts(with: text) else { return false }
        index += text.count
        return true
    }

    private mutating func union() throws(RuleError) -> JSONPath {
        var path = try sequence()
        while take("|") { path = JSONPath(steps: [.either(path, try sequence())]) }
        return path
    }

    private mutating func sequence() throws(RuleError) -> JSONPath {
        var steps = try step()
        while true {
            if take("..") {
                steps.append(.descendants)
                steps += try step()
            } else if take(".") {
                steps += try step()
            } else if next == "[" {
                steps.append(try bracket())
            } else {
                return JSONPath(steps: steps)
            }
        }
    }

    private mutating func step() throws(RuleError) -> [JSONPath.Step] {
        skipSpace()
        if take("$") { return [.root] }
        if take("*") { return [.anyKey] }
        if take("(") {
            let path = try union()
            guard take(")") else { throw unexpected() }
            return path.steps
        }
        if next == "[" { return [try bracket()] }
        return [.keys(try keys())]
    }

    private mutating func keys() throws(RuleError) -> [String] {
        var keys = [try key()]
        while take(",") { keys.append(try key()) }
        return keys
    }

    private mutating func key() throws(RuleError) -> String {
        skipSpace()
        if let quote = next, quote == "'" || quote == "\"" {
            let end = characters[(index + 1)...].firstIndex(of: quote)
            guard let end else { throw unexpected() }
            defer { index = end + 1 }
            return String(characters[(index + 1)..<end])
        }
        let start = index
        while let character = next, character.isASCII,
            character.isLetter || character == "_" || character == "@"
                || index > start && (character.isNumber || character == "-")
        { index += 1 }
        guard index > start else { throw unexpected() }
        return String(characters[start..<index])
    }

    private mutating func bracket() throws(RuleError) -> JSONPath.Step {
        index += 1
        skipSpace()
        if take("*") {
            guard take("]") else { throw unexpected() }
            return .items(from: nil, to: nil, by: nil)
        }
        if let character = next, character.isLetter || "_@'\"".contains(character) {
            let keys = try keys()
            guard take("]") else { throw unexpected() }
            return .keys(keys)
        }
        let first = number()
        guard take(":") else {
            guard let first, take("]") else { throw unexpected() }
            return .item(first)
        }
        let second = number()
        let third = take(":") ? number() : nil
        guard take("]") else { throw unexpected() }
        return .items(from: first, to: second, by: third)
    }

    private mutating func number() -> Int? {
        skipSpace()
        let start = index
        if next == "-" { index += 1 }
        while next?.isNumber == true { index += 1 }
        return Int(String(characters[start..<index]))
    }
}
