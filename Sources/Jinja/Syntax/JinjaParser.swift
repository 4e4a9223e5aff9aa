/// Reads statements; `JinjaParser+Expressions` reads what stands in them.
struct JinjaParser {
    let name: String
    private let tokens: [JinjaToken]
    private var index = 0
    private var depth = 0
    /// How many parts of the present tag follow one another.
    private var links = 0
    /// Blocks by name, wherever they stand.
    private(set) var blocks: [String: [JinjaStatement]] = [:]

    init(_ source: String, named name: String) throws(JinjaError) {
        self.name = name
        tokens = try JinjaLexer.tokens(of: source, named: name)
    }

    // MARK: Tokens

    var token: JinjaToken { tokens[min(index, tokens.count - 1)] }
    var following: JinjaToken { tokens[min(index + 1, tokens.count - 1)] }

    mutating func skip() {
        if token.kind == .variableBegin || token.kind == .blockBegin { links = 0 }
        index += 1
    }

    func error(_ message: String) -> JinjaError {
        JinjaError(template: name, line: token.line, message: message)
    }

    mutating func take(sign: String) -> Bool {
        guard token.kind == .sign(sign) else { return false }
        skip()
        return true
    }

    mutating func take(word: String) -> Bool {
        guard token.kind == .name(word) else { return false }
        skip()
        return true
    }

    mutating func expect(sign: String) throws(JinjaError) {
        guard take(sign: sign) else { throw error("expected '\(sign)'") }
    }

    mutating func identifier() throws(JinjaError) -> String {
        guard case .name(let name) = token.kind else { throw error("expected a name") }
        skip()
        return name
    }

    private mutating func endBlock() throws(JinjaError) {
        guard token.kind == .blockEnd else { throw error("expected the end of the block") }
        skip()
    }

    /// Bounds how deep statements and brackets stand in each other.
    mutating func nested<Result>(
        _ read: (inout JinjaParser) throws(JinjaError) -> Result
    ) throws(JinjaError) -> Result {
        depth += 1
        guard depth <= JinjaLimits.depth else {
            throw error("nested more than \(JinjaLimits.depth) deep")
        }
        defer { depth -= 1 }
        return try read(&self)
    }

    /// An expression around what was read before it. As many follow one another, so deep they are.
    mutating func link(
        _ form: JinjaExpression.Form, line: Int
    ) throws(JinjaError) -> JinjaExpression {
        links += 1
        guard links <= JinjaLimits.links else {
            throw error("more than \(JinjaLimits.links) operators and points in one tag")
        }
        return JinjaExpression(form: form, line: line)
    }

    /// What commas part, up to a sign, and that too.
    mutating func list(
        until end: String, _ read: (inout JinjaParser) throws(JinjaError) -> Void
    ) throws(JinjaError) {
        while !take(sign: end) {
            try read(&self)
            if token.kind != .sign(end) { try expect(sign: ",") }
        }
    }

    // MARK: Statements

    mutating func template() throws(JinjaError) -> [JinjaStatement] {
        let body = try statements(until: [])
        guard token.kind == .end else { throw error("unexpected end of a block") }
        return body
    }

    /// Everything up to a block that begins with one of some words, which is left to be read.
    private mutating func statements(
        until ends: Set<String>
    ) throws(JinjaError) -> [JinjaStatement] {
        try nested { (parser) throws(JinjaError) in
            var statements: [JinjaStatement] = []
            while true {
                switch parser.token.kind {
                case .data(let text):
                    parser.skip()
                    statements.append(.data(text))
                case .variableBegin:
                    parser.skip()
                    statements.append(.output(try parser.tupleOrExpression()))
                    guard parser.token.kind == .variableEnd else {
                        throw parser.error("expected token 'end of print statement'")
                    }
                    parser.skip()
                case .blockBegin:
                    if case .name(let word) = parser.following.kind, ends.contains(word) {
                        return statements
                    }
                    parser.skip()
                    statements.append(try parser.statement())
                default: return statements
                }
            }
        }
    }

    private mutating func statement() throws(JinjaError) -> JinjaStatement {
        let line = token.line
        switch try identifier() {
        case "for": return .loop(try loop(line))
        case "if": return .branches(try branches())
        case "set": return try assignment()
        case "include": return try inclusion()
        case "block": return .block(name: try block())
        case "macro": return .macro(try macro(line))
        case "with": return try scope()
        case "do":
            let expression = try self.expression()
            try endBlock()
            return .evaluate(expression)
        case let word:
            throw JinjaError(
                template: name, line: line, message: "Encountered unknown tag '\(word)'.")
        }
    }

    /// Reads up to `{% end %}`, and that too.
    private mutating func body(until end: String) throws(JinjaError) -> [JinjaStatement] {
        let body = try statements(until: [end])
        try takeBlock(end)
        try endBlock()
        return body
    }

    private mutating func takeBlock(_ word: String) throws(JinjaError) {
        guard token.kind == .blockBegin, following.kind == .name(word) else {
            throw error("expected '\(word)'")
        }
        skip()
        skip()
    }

    private mutating func loop(_ line: Int) throws(JinjaError) -> JinjaLoop {
        let names = try targets()
        guard take(word: "in") else { throw error("expected 'in'") }
        let items = try tupleOrExpression(allowingCondition: false)
        let condition = take(word: "if") ? try expression() : nil
        if take(word: "recursive") { throw error("recursive loops are not known here") }
        try endBlock()
        let body = try statements(until: ["endfor", "else"])
        var otherwise: [JinjaStatement] = []
        if following.kind == .name("else") {
            try takeBlock("else")
            try endBlock()
            otherwise = try statements(until: ["endfor"])
        }
        try takeBlock("endfor")
        try endBlock()
        return JinjaLoop(
            names: names, items: items, condition: condition, body: body, otherwise: otherwise,
            line: line)
    }

    private mutating func targets() throws(JinjaError) -> [String] {
        let isBracketed = take(sign: "(")
        var names = [try identifier()]
        while take(sign: ",") { names.append(try identifier()) }
        if isBracketed { try expect(sign: ")") }
        return names
    }

    private mutating func branches() throws(JinjaError) -> [(
        condition: JinjaExpression?, body: [JinjaStatement]
    )] {
        var branches: [(condition: JinjaExpression?, body: [JinjaStatement])] = []
        var condition: JinjaExpression? = try tupleOrExpression()
        while true {
            try endBlock()
            let isLast = condition == nil
            let body = try statements(until: isLast ? ["endif"] : ["elif", "else", "endif"])
            branches.append((condition, body))
            guard token.kind == .blockBegin else { throw error("expected 'endif'") }
            skip()
            switch try identifier() {
            case "elif": condition = try tupleOrExpression()
            case "else": condition = nil
            default:
                try endBlock()
                return branches
            }
        }
    }

    private mutating func assignment() throws(JinjaError) -> JinjaStatement {
        let names = try targets()
        if take(sign: ".") {
            let attribute = try identifier()
            try expect(sign: "=")
            let value = try tupleOrExpression()
            try endBlock()
            return .setAttribute(object: names[0], name: attribute, value)
        }
        guard take(sign: "=") else {
            try endBlock()
            return .capture(name: names[0], try body(until: "endset"))
        }
        let value = try tupleOrExpression()
        try endBlock()
        return .set(names: names, value)
    }

    private mutating func inclusion() throws(JinjaError) -> JinjaStatement {
        let template = try expression()
        var isOptional = false
        if take(word: "ignore") {
            guard take(word: "missing") else { throw error("expected 'missing'") }
            isOptional = true
        }
        if take(word: "without") { throw error("includes see the context here") }
        if take(word: "with"), !take(word: "context") { throw error("expected 'context'") }
        try endBlock()
        return .include(template, isOptional: isOptional)
    }

    private mutating func block() throws(JinjaError) -> String {
        let name = try identifier()
        _ = take(word: "scoped")
        try endBlock()
        guard blocks[name] == nil else { throw error("block '\(name)' defined twice") }
        blocks[name] = []
        let body = try statements(until: ["endblock"])
        try takeBlock("endblock")
        _ = take(word: name)
        try endBlock()
        blocks[name] = body
        return name
    }

    private mutating func macro(_ line: Int) throws(JinjaError) -> JinjaMacro {
        let name = try identifier()
        try expect(sign: "(")
        var parameters: [(name: String, standard: JinjaExpression?)] = []
        try list(until: ")") { (parser) throws(JinjaError) in
            let name = try parser.identifier()
            let standard = parser.take(sign: "=") ? try parser.expression() : nil
            parameters.append((name, standard))
        }
        try endBlock()
        let body = try self.body(until: "endmacro")
        return JinjaMacro(name: name, parameters: parameters, body: body, line: line)
    }

    private mutating func scope() throws(JinjaError) -> JinjaStatement {
        var names: [(String, JinjaExpression)] = []
        while token.kind != .blockEnd {
            let name = try identifier()
            try expect(sign: "=")
            names.append((name, try expression()))
            if token.kind != .blockEnd { try expect(sign: ",") }
        }
        try endBlock()
        return .scope(names: names, try body(until: "endwith"))
    }
}
