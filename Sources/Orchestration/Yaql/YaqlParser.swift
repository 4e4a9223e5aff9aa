/// Parses YAQL: operators by how strongly they bind, calls, lists and maps.
struct YaqlParser {
    private let tokens: [YaqlToken]
    private var place = 0
    private var depth = 0
    private var links = 0

    private init(_ tokens: [YaqlToken]) { self.tokens = tokens }

    static func parse(_ text: String) throws(YaqlError) -> YaqlNode {
        var parser = YaqlParser(try YaqlLexer.tokens(of: text))
        let node = try parser.expression(0)
        guard parser.current == nil else { throw parser.unexpected("the end") }
        return node
    }

    /// How strongly operators between two values bind; the arrow binds to the right.
    private static let strengths: [String: Int] = [
        "->": 1, "or": 2, "and": 3, ">": 5, "<": 5, ">=": 5, "<=": 5, "!=": 5, "=": 5, "in": 5,
        "+": 6, "-": 6, "*": 7, "/": 7, "mod": 7, "=~": 8, "!~": 8,
    ]
    private static let notStrength = 4
    private static let signStrength = 9

    private var current: YaqlToken? { place < tokens.count ? tokens[place] : nil }

    private func unexpected(_ expected: String) -> YaqlError {
        guard let current else { return YaqlError("it ends where \(expected) was expected") }
        let found =
            switch current {
            case .string(let text): "'\(text)'"
            case .integer(let number): "\(number)"
            case .real(let number): "\(number)"
            case .variable(let name): "$\(name)"
            case .function(let name): "\(name)("
            case .word(let word), .symbol(let word): word
            }
        return YaqlError("found \(found) where \(expected) was expected")
    }

    private mutating func take(_ symbol: String) -> Bool {
        guard current == .symbol(symbol) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ symbol: String) throws(YaqlError) {
        guard take(symbol) else { throw unexpected("'\(symbol)'") }
    }

    /// An expression around what was read before it. As many follow one another, so deep they are.
    private mutating func link(_ node: YaqlNode) throws(YaqlError) -> YaqlNode {
        links += 1
        guard links <= YaqlLimits.links else {
            throw YaqlError("it has more than \(YaqlLimits.links) operators and points")
        }
        return node
    }

    // MARK: Operators

    private mutating func expression(_ strength: Int) throws(YaqlError) -> YaqlNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= YaqlLimits.depth else { throw YaqlError("it is nested too deeply") }
        var left = try prefixed()
        while let name = infixName, let own = Self.strengths[name], own > strength {
            place += 1
            left = try link(.infix(name, left, try expression(name == "->" ? own - 1 : own)))
        }
        return left
    }

    private var infixName: String? {
        switch current {
        case .symbol(let name)?, .word(let name)?: name
        default: nil
        }
    }

    private mutating func prefixed() throws(YaqlError) -> YaqlNode {
        switch current {
        case .word("not")?:
            place += 1
            return .prefix("not", try expression(Self.notStrength))
        case .symbol("-")?, .symbol("+")?:
            guard case .symbol(let sign)? = current else { break }
            place += 1
            return .prefix(sign, try expression(Self.signStrength))
        default: break
        }
        return try followed(try value())
    }

    /// What points and brackets after a value make of it.
    private mutating func followed(_ value: YaqlNode) throws(YaqlError) -> YaqlNode {
        var value = value
        while true {
            if take("[") {
                value = try link(.index(value, try arguments("]").arguments))
            } else if take(".") {
                value = try member(of: value, isOptional: false)
            } else if take("?.") {
                value = try member(of: value, isOptional: true)
            } else {
                return value
            }
        }
    }

    private mutating func member(
        of value: YaqlNode, isOptional: Bool
    ) throws(YaqlError) -> YaqlNode {
        switch current {
        case .function(let name)?:
            place += 1
            return try link(.method(value, try call(name), isOptional: isOptional))
        case .word(let name)?:
            place += 1
            return try link(.attribute(value, name, isOptional: isOptional))
        default: throw unexpected("an attribute or a function")
        }
    }

    // MARK: Values

    private mutating func value() throws(YaqlError) -> YaqlNode {
        guard let token = current else { throw unexpected("a value") }
        place += 1
        switch token {
        case .string(let text): return .constant(.string(text))
        case .integer(let number): return .constant(.integer(number))
        case .real(let number): return .constant(.real(number))
        case .variable(let name): return .variable(name)
        case .function(let name): return .call(try call(name))
        case .word("true"): return .constant(true)
        case .word("false"): return .constant(false)
        case .word("null"): return .constant(nil)
        case .word(let word) where Self.strengths[word] == nil: return .keyword(word)
        case .symbol("("):
            let inner = try expression(0)
            try expect(")")
            return inner
        case .symbol("["): return .list(try arguments("]").arguments)
        case .symbol("{"): return try map()
        case .word, .symbol:
            place -= 1
            throw unexpected("a value")
        }
    }

    private mutating func map() throws(YaqlError) -> YaqlNode {
        let given = try arguments("}")
        guard given.arguments.isEmpty else {
            throw YaqlError("found a value where a map has 'key => value'")
        }
        return .map(given.pairs)
    }

    private mutating func call(_ name: String) throws(YaqlError) -> YaqlCall {
        let given = try arguments(")")
        return YaqlCall(name: name, arguments: given.arguments, pairs: given.pairs)
    }

    /// What stands before a closing bracket: values, then pairs.
    private mutating func arguments(
        _ end: String
    ) throws(YaqlError) -> (arguments: [YaqlNode], pairs: [(key: YaqlNode, value: YaqlNode)]) {
        var (arguments, pairs): ([YaqlNode], [(key: YaqlNode, value: YaqlNode)]) = ([], [])
        if take(end) { return ([], []) }
        repeat {
            let value = try expression(0)
            if take("=>") {
                pairs.append((value, try expression(0)))
            } else if pairs.isEmpty {
                arguments.append(value)
            } else {
                throw unexpected("'=>'")
            }
        } while take(",")
        try expect(end)
        return (arguments, pairs)
    }
}
