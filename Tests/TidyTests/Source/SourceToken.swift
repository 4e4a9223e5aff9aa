/// One word, symbol or literal of Swift source, and where it stands.
struct SourceToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// An identifier, a keyword or a number.
        case word
        /// One character of punctuation or of an operator.
        case symbol
        /// A string or a regular expression; its text is what stands between the quotes.
        case literal
    }

    let kind: Kind
    var text: String
    let line: Int

    func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
    func isWord(_ word: String) -> Bool { kind == .word && text == word }
}
