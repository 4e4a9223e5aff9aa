/// Values as Python writes and reads them, where upstream's behaviour hangs on it.
enum PythonLiteral {
    /// What `float` makes of a text: no hexadecimal digits, but digits may be grouped by
    /// underscores.
    static func number(_ text: String) -> Double? {
        let bare = text.trimmed.lowercased()
        let sign: Substring = bare.hasPrefix("-") ? "-" : ""
        let digits = bare.hasPrefix("-") || bare.hasPrefix("+") ? bare.dropFirst() : bare[...]
        if ["inf", "infinity", "nan"].contains(digits) { return Double(sign + digits) }
        let bytes = Array(digits.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"),
                UInt8(ascii: "+"), UInt8(ascii: "-"):
                break
            case UInt8(ascii: "_"):
                guard isDigit(bytes, index - 1), isDigit(bytes, index + 1) else { return nil }
            default: return nil
            }
        }
        // Swift's reader takes `.5` and `5.` as Python's does, and refuses a second sign.
        guard let first = bytes.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else {
            return nil
        }
        return Double(sign + digits.filter { $0 != "_" })
    }

    /// Whether `int` takes the text, and makes it more than zero.
    static func isCountAboveZero(_ text: String) -> Bool {
        let bare = text.trimmed
        let digits = Array((bare.hasPrefix("+") ? bare.dropFirst() : bare[...]).utf8)
        guard !digits.isEmpty else { return false }
        let isWhole = digits.indices.allSatisfy { index in
            isDigit(digits, index)
                || digits[index] == UInt8(ascii: "_") && isDigit(digits, index - 1)
                    && isDigit(digits, index + 1)
        }
        return isWhole && digits.contains { UInt8(ascii: "1")...UInt8(ascii: "9") ~= $0 }
    }

    /// The text between quotes; nil where there are none.
    static func text(_ literal: String) -> String? {
        var scanner = literal.trimmed[...]
        let text = quoted(&scanner)
        return scanner.isEmpty ? text : nil
    }

    /// The texts in a list such as `['aes', 'mmx']`; its numbers are left out. Nil for anything
    /// else than a list of the two.
    static func list(_ literal: String) -> [String]? {
        let bare = literal.trimmed
        guard bare.hasPrefix("["), bare.hasSuffix("]"), bare.utf8.count > 1 else { return nil }
        var rest = bare.dropFirst().dropLast().drop(while: \.isWhitespace)
        var texts: [String] = []
        while !rest.isEmpty {
            if let text = quoted(&rest) {
                texts.append(text)
            } else {
                let word = rest.prefix { $0 != "," }
                guard number(String(word)) != nil else { return nil }
                rest = rest.dropFirst(word.count)
            }
            rest = rest.drop(while: \.isWhitespace)
            guard rest.isEmpty || rest.first == "," else { return nil }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
        }
        return texts
    }

    private static func quoted(_ rest: inout Substring) -> String? {
        guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
        var (text, tail) = ("", rest.dropFirst())
        while let character = tail.popFirst() {
            if character == quote {
                rest = tail
                return text
            }
            if character == "\\" {
                guard let escaped = tail.popFirst() else { return nil }
                text.append(escaped)
            } else {
                text.append(character)
            }
        }
        return nil
    }

    private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index]
    }
}
