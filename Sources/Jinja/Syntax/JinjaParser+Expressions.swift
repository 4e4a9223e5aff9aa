extension JinjaParser {
    /// One expression, or several with commas between them.
    mutating func tupleOrExpression(
        allowingCondition: Bool = true
    ) throws(JinjaError) -> JinjaExpression {
        let line = token.line
        let first = allowingCondition ? try expression() : try disjunction()
        guard token.kind == .sign(",") else { return first }
        var items = [first]
        while take(sign: ",") {
            if isAtEnd { break }
            items.append(allowingCondition ? try expression() : try disjunction())
        }
        return JinjaExpression(form: .tuple(items), line: line)
    }

    private var isAtEnd: Bool {
        switch token.kind {
        case .variableEnd, .blockEnd, .sign(")"), .sign("="), .end: true
        default: false
        }
    }

    /// An expression with its condition, if it has one.
    mutating func expression() throws(JinjaError) -> JinjaExpression {
        try nested { (parser) throws(JinjaError) in
            let line = parser.token.line
            var value = try parser.disjunction()
            while parser.take(word: "if") {
                let condition = try parser.disjunction()
                let otherwise = parser.take(word: "else") ? try parser.expression() : nil
                value = try parser.link(
                    .condition(condition, then: value, otherwise: otherwise), line: line)
            }
            return value
        }
    }

    private mutating func disjunction() throws(JinjaError) -> JinjaExpression {
        var left = try conjunction()
        while take(word: "or") { left = try binary("or", left, try conjunction()) }
        return left
    }

    private mutating func conjunction() throws(JinjaError) -> JinjaExpression {
        var left = try negation()
        while take(word: "and") { left = try binary("and", left, try negation()) }
        return left
    }

    private mutating func negation() throws(JinjaError) -> JinjaExpression {
        let line = token.line
        guard take(word: "not") else { return try comparison() }
        let value = try nested { (parser) throws(JinjaError) in try parser.negation() }
        return JinjaExpression(form: .unary("not", value), line: line)
    }

    private mutating func binary(
        _ sign: String, _ left: JinjaExpression, _ right: JinjaExpression
    ) throws(JinjaError) -> JinjaExpression {
        try link(.binary(sign, left, right), line: left.line)
    }

    /// Several comparisons in a row hold together, as `1 < 2 < 3` does.
    private mutating func comparison() throws(JinjaError) -> JinjaExpression {
        var left = try sum()
        var all: JinjaExpression?
        while let sign = comparisonSign() {
            let right = try sum()
            let one = try binary(sign, left, right)
            if let before = all { all = try binary("and", before, one) } else { all = one }
            left = right
        }
        return all ?? left
    }

    private mutating func comparisonSign() -> String? {
        if case .sign(let sign) = token.kind, ["==", "!=", "<", ">", "<=", ">="].contains(sign) {
            skip()
            return sign
        }
        if take(word: "in") { return "in" }
        if token.kind == .name("not"), following.kind == .name("in") {
            skip()
            skip()
            return "not in"
        }
        return nil
    }

    private mutating func sum() throws(JinjaError) -> JinjaExpression {
        var left = try concatenation()
        while let sign = sign(of: ["+", "-"]) {
            left = try binary(sign, left, try concatenation())
        }
        return left
    }

    private mutating func concatenation() throws(JinjaError) -> JinjaExpression {
        var left = try product()
        while take(sign: "~") { left = try binary("~", left, try product()) }
        return left
    }

    private mutating func product() throws(JinjaError) -> JinjaExpression {
        var left = try power()
        while let sign = sign(of: ["*", "/", "//", "%"]) {
            left = try binary(sign, left, try power())
        }
        return left
    }

    private mutating func power() throws(JinjaError) -> JinjaExpression {
        var left = try unary(isFiltered: true)
        while take(sign: "**") { left = try binary("**", left, try unary(isFiltered: true)) }
        return left
    }

    private mutating func sign(of signs: [String]) -> String? {
        guard case .sign(let sign) = token.kind, signs.contains(sign) else { return nil }
        skip()
        return sign
    }

    private mutating func unary(isFiltered: Bool) throws(JinjaError) -> JinjaExpression {
        let line = token.line
        var value: JinjaExpression
        if let sign = sign(of: ["-", "+"]) {
            let operand = try nested { (parser) throws(JinjaError) in
                try parser.unary(isFiltered: false)
            }
            value = JinjaExpression(form: .unary(sign, operand), line: line)
        } else {
            value = try postfixed(try primary())
        }
        return isFiltered ? try filtered(value) : value
    }

    // MARK: Primaries

    private mutating func primary() throws(JinjaError) -> JinjaExpression {
        let line = token.line
        let form: JinjaExpression.Form
        switch token.kind {
        case .name(let word):
            skip()
            form = Self.word(word)
        case .string(var text):
            skip()
            while case .string(let more) = token.kind {
                text += more
                skip()
            }
            form = .constant(.string(text))
        case .integer(let number):
            skip()
            form = .constant(.integer(number))
        case .real(let number):
            skip()
            form = .constant(.real(number))
        case .sign("("): form = try bracketed()
        case .sign("["): form = .list(try items(until: "]"))
        case .sign("{"): form = .map(try entries())
        default: throw error("unexpected '\(token.kind)'")
        }
        return JinjaExpression(form: form, line: line)
    }

    private static func word(_ word: String) -> JinjaExpression.Form {
        switch word {
        case "true", "True": .constant(.bool(true))
        case "false", "False": .constant(.bool(false))
        case "none", "None": .constant(.none)
        default: .name(word)
        }
    }

    private mutating func bracketed() throws(JinjaError) -> JinjaExpression.Form {
        skip()
        if take(sign: ")") { return .tuple([]) }
        let value = try tupleOrExpression()
        try expect(sign: ")")
        return value.form
    }

    private mutating func items(until end: String) throws(JinjaError) -> [JinjaExpression] {
        skip()
        var items: [JinjaExpression] = []
        try list(until: end) { (parser) throws(JinjaError) in
            items.append(try parser.expression())
        }
        return items
    }

    private mutating func entries() throws(JinjaError) -> [(
        key: JinjaExpression, value: JinjaExpression
    )] {
        skip()
        var entries: [(key: JinjaExpression, value: JinjaExpression)] = []
        try list(until: "}") { (parser) throws(JinjaError) in
            let key = try parser.expression()
            try parser.expect(sign: ":")
            entries.append((key, try parser.expression()))
        }
        return entries
    }

    // MARK: What follows

    private mutating func postfixed(
        _ value: JinjaExpression
    ) throws(JinjaError) -> JinjaExpression {
        var value = value
        while true {
            let line = token.line
            switch token.kind {
            case .sign("."):
                skip()
                value = try link(try attribute(of: value), line: line)
            case .sign("["):
                skip()
                value = try link(try item(of: value), line: line)
                try expect(sign: "]")
            case .sign("("):
                value = try link(.call(value, try arguments()), line: line)
            default: return value
            }
        }
    }

    private mutating func attribute(
        of value: JinjaExpression
    ) throws(JinjaError) -> JinjaExpression.Form {
        guard case .integer(let number) = token.kind else {
            return .attribute(value, try identifier())
        }
        let index = JinjaExpression(form: .constant(.integer(number)), line: token.line)
        skip()
        return .item(value, index)
    }

    private mutating func item(
        of value: JinjaExpression
    ) throws(JinjaError) -> JinjaExpression.Form {
        let ends: [JinjaToken.Kind] = [.sign(":"), .sign("]")]
        let start = ends.contains(token.kind) ? nil : try tupleOrExpression()
        guard take(sign: ":") else {
            guard let start else { throw error("expected an index") }
            return .item(value, start)
        }
        let end = ends.contains(token.kind) ? nil : try expression()
        let step = take(sign: ":") && token.kind != .sign("]") ? try expression() : nil
        return .slice(value, start, end, step)
    }

    private mutating func arguments() throws(JinjaError) -> JinjaArguments {
        try expect(sign: "(")
        var arguments = JinjaArguments()
        try list(until: ")") { (parser) throws(JinjaError) in
            if case .name(let name) = parser.token.kind, parser.following.kind == .sign("=") {
                parser.skip()
                parser.skip()
                arguments.named.append((name, try parser.expression()))
            } else {
                arguments.positional.append(try parser.expression())
            }
        }
        return arguments
    }

    private mutating func filtered(
        _ value: JinjaExpression
    ) throws(JinjaError) -> JinjaExpression {
        var value = value
        while true {
            let line = token.line
            if take(sign: "|") {
                let name = try dottedName()
                let arguments = token.kind == .sign("(") ? try arguments() : JinjaArguments()
                value = try link(.filter(value, name, arguments), line: line)
            } else if take(word: "is") {
                value = try tested(value, line)
            } else if token.kind == .sign("(") {
                value = try link(.call(value, try arguments()), line: line)
            } else {
                return value
            }
        }
    }

    private mutating func dottedName() throws(JinjaError) -> String {
        var name = try identifier()
        while take(sign: ".") { name += "." + (try identifier()) }
        return name
    }

    private mutating func tested(
        _ value: JinjaExpression, _ line: Int
    ) throws(JinjaError) -> JinjaExpression {
        let isNegated = take(word: "not")
        let name = try dottedName()
        var arguments = JinjaArguments()
        if token.kind == .sign("(") {
            arguments = try self.arguments()
        } else if beginsOperand {
            arguments.positional = [try postfixed(try primary())]
        }
        let test = try link(.test(value, name, arguments), line: line)
        return isNegated ? try link(.unary("not", test), line: line) : test
    }

    private var beginsOperand: Bool {
        switch token.kind {
        case .name(let word): !["else", "or", "and", "is", "if", "in", "not"].contains(word)
        case .string, .integer, .real, .sign("["), .sign("{"): true
        default: false
        }
    }
}
