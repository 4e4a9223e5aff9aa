extension SwiftFile {
    private static let closers = ["(": ")", "[": "]", "{": "}"]

    /// Words that begin a declaration or a statement, so that a signature has ended before them.
    private static let beginnings: Set<String> = [
        "func", "var", "let", "init", "deinit", "subscript", "case", "struct", "class", "enum",
        "actor", "protocol", "extension", "typealias", "static", "public", "private", "internal",
        "fileprivate", "package", "mutating", "nonisolated", "associatedtype", "return",
    ]

    func token(_ index: Int) -> SourceToken? {
        tokens.indices.contains(index) ? tokens[index] : nil
    }

    func isFirstOnLine(_ index: Int) -> Bool {
        index == 0 || tokens[index - 1].line < tokens[index].line
    }

    /// Whether the tokens from `index` on read as `texts`.
    func reads(_ texts: [String], at index: Int) -> Bool {
        guard index >= 0, index + texts.count <= tokens.count else { return false }
        return texts.indices.allSatisfy {
            tokens[index + $0].kind != .literal && tokens[index + $0].text == texts[$0]
        }
    }

    /// Where the bracket opened at `index` is closed, or the last token when it never is.
    func closing(_ index: Int) -> Int {
        guard let close = Self.closers[tokens[index].text] else { return index }
        var depth = 0
        for position in index..<tokens.count where tokens[position].kind == .symbol {
            if tokens[position].text == tokens[index].text { depth += 1 }
            if tokens[position].text == close { depth -= 1 }
            if depth == 0 { return position }
        }
        return tokens.count - 1
    }

    /// The opening brace of what is declared at `index`, if it has a body.
    func body(ofDeclarationAt index: Int) -> Int? {
        var position = index + 1
        while let token = token(position) {
            if token.isSymbol("{") { return position }
            if token.isSymbol("}") || token.isSymbol(";") || token.isSymbol("@") { return nil }
            let begins = token.kind == .word && Self.beginnings.contains(token.text)
            if begins, isFirstOnLine(position) { return nil }
            let opens = token.isSymbol("(") || token.isSymbol("[")
            position = opens ? closing(position) + 1 : position + 1
        }
        return nil
    }

    /// The tokens outside all braces.
    var topLevel: [Int] {
        var result: [Int] = []
        var position = 0
        while let token = token(position) {
            result.append(position)
            position = token.isSymbol("{") ? closing(position) + 1 : position + 1
        }
        return result
    }
}
