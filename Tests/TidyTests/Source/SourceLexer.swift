/// Cuts Swift source into tokens, so that words in comments and strings do not count as code.
///
/// It knows nested block comments, raw and multi-line strings, interpolation (whose content is code
/// again) and regular expressions. Whether a slash opens one is guessed from what precedes it.
struct SourceLexer {
    enum End { case file, closingParenthesis }

    private(set) var tokens: [SourceToken] = []
    private(set) var comments: [SourceComment] = []
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
        scanCode(until: .file)
    }

    private mutating func scanCode(until end: End) {
        var depth = 0
        while let byte = peek() {
            switch byte {
            case "\n":
                line += 1
                position += 1
            case " ", "\t", "\r": position += 1
            case "/": scanSlash()
            case "\"": scanString(hashes: 0)
            case "#": scanHash()
            case "`": scanQuotedName()
            case ")" where depth == 0 && end == .closingParenthesis:
                emit(.symbol, from: position, through: position)
                return
            case _ where byte.isWordByte: scanWord()
            default:
                if byte == "(" { depth += 1 }
                if byte == ")" { depth -= 1 }
                emit(.symbol, from: position, through: position)
            }
        }
    }

    private func peek(_ offset: Int = 0) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private func matches(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private mutating func emit(_ kind: SourceToken.Kind, from start: Int, through last: Int) {
        let text = String(decoding: bytes[start...last], as: UTF8.self)
        tokens.append(SourceToken(kind: kind, text: text, line: line))
        position = last + 1
    }

    private mutating func scanWord() {
        let start = position
        let isNumber = bytes[start].isDigit
        while let byte = peek() {
            // The point of 1.5 belongs to the number, those of 0..<5 do not.
            let isPoint = isNumber && byte == "." && (peek(1)?.isDigit ?? false)
            guard byte.isWordByte || isPoint else { break }
            position += 1
        }
        emit(.word, from: start, through: position - 1)
    }

    private mutating func scanQuotedName() {
        let start = position + 1
        position = start
        while let byte = peek(), byte != "`", byte != "\n" { position += 1 }
        guard position > start else { return }
        emit(.word, from: start, through: position - 1)
        if peek() == "`" { position += 1 }
    }
}

extension SourceLexer {
    private mutating func scanSlash() {
        if matches("//") { return scanLineComment() }
        if matches("/*") { return scanBlockComment() }
        guard let close = endOfRegularExpression() else {
            return emit(.symbol, from: position, through: position)
        }
        emit(.literal, from: position, through: close)
    }

    private mutating func scanLineComment() {
        let start = position
        while let byte = peek(), byte != "\n" { position += 1 }
        addComment(from: start)
    }

    private mutating func scanBlockComment() {
        var start = position
        var depth = 0
        while let byte = peek() {
            if matches("/*") {
                depth += 1
                position += 2
            } else if matches("*/") {
                depth -= 1
                position += 2
                if depth == 0 { break }
            } else {
                if byte == "\n" {
                    addComment(from: start)
                    line += 1
                    start = position + 1
                }
                position += 1
            }
        }
        addComment(from: start)
    }

    private mutating func addComment(from start: Int) {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        comments.append(SourceComment(text: text, line: line))
    }

    /// The closing slash on this line, if a regular expression can start here.
    private func endOfRegularExpression() -> Int? {
        guard let next = peek(1), next != " ", next != "\t", next != "\n" else { return nil }
        guard startsAnOperand else { return nil }
        var index = position + 1
        while index < bytes.count, bytes[index] != "\n" {
            if bytes[index] == "/" { return index }
            index += bytes[index] == "\\" ? 2 : 1
        }
        return nil
    }

    /// Whether a value, not an operator, is due after the last token.
    private var startsAnOperand: Bool {
        guard let last = tokens.last else { return true }
        switch last.kind {
        case .literal: return false
        case .symbol: return "(,=:[{;!&|?".contains(last.text)
        case .word: return ["return", "in", "try", "await", "case", "where"].contains(last.text)
        }
    }
}

extension SourceLexer {
    private mutating func scanHash() {
        var hashes = 0
        while peek(hashes) == "#" { hashes += 1 }
        if peek(hashes) == "\"" {
            position += hashes
            scanString(hashes: hashes)
        } else if peek(hashes) == "/" {
            scanExtendedExpression(hashes: hashes)
        } else {
            emit(.symbol, from: position, through: position)
        }
    }

    private mutating func scanExtendedExpression(hashes: Int) {
        let start = position
        let opening = line
        position += hashes + 1
        while let byte = peek(), !(byte == "/" && hashesFollow(hashes, at: position + 1)) {
            if byte == "\n" { line += 1 }
            position += 1
        }
        let end = min(position + hashes + 1, bytes.count)
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        tokens.append(SourceToken(kind: .literal, text: text, line: opening))
        position = end
    }

    private func hashesFollow(_ count: Int, at index: Int) -> Bool {
        guard index + count <= bytes.count else { return false }
        return bytes[index..<index + count].allSatisfy { $0 == "#" }
    }

    /// Scans from the opening quote; the code of interpolations follows the literal's token.
    private mutating func scanString(hashes: Int) {
        let index = tokens.count
        let quotes = matches("\"\"\"") ? 3 : 1
        tokens.append(SourceToken(kind: .literal, text: "", line: line))
        position += quotes
        var content: [UInt8] = []
        while let byte = peek() {
            if closesString(quotes: quotes, hashes: hashes) {
                position += quotes + hashes
                break
            }
            if byte == "\\", hashesFollow(hashes, at: position + 1) {
                scanEscape(hashes: hashes)
                continue
            }
            if byte == "\n" {
                if quotes == 1 { break }
                line += 1
            }
            content.append(byte)
            position += 1
        }
        tokens[index].text = String(decoding: content, as: UTF8.self)
    }

    private func closesString(quotes: Int, hashes: Int) -> Bool {
        for offset in 0..<quotes where peek(offset) != "\"" { return false }
        return hashesFollow(hashes, at: position + quotes)
    }

    private mutating func scanEscape(hashes: Int) {
        position += 1 + hashes
        guard let escaped = peek() else { return }
        if escaped == "\n" { line += 1 }
        guard escaped == "(" else { return position += 1 }
        emit(.symbol, from: position, through: position)
        scanCode(until: .closingParenthesis)
    }
}
