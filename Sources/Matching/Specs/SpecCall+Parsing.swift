extension SpecCall {
    /// What a text in a specification can be, that ends as a call does.
    enum Reading {
        case call(SpecCall)
        /// It has the form of a call and a name that no function has: it never matches.
        case unknown(String)
        /// It has not the form of a call.
        case text
    }

    /// Reads `name(argument, argument ...)`. A name reaches to the first parenthesis, arguments
    /// are separated by commas outside of calls, and quotes around them fall away, as the
    /// reference has it.
    static func reading(_ text: some StringProtocol) -> Reading {
        guard text.hasSuffix(")"), let opening = text.firstIndex(of: "("),
            opening != text.startIndex
        else { return .text }
        let inner = text[text.index(after: opening)...].dropLast()
        guard let first = inner.first, first != "," else { return .text }
        let name = String(text[..<opening])
        guard let function = SpecFunction(rawValue: name) else { return .unknown(name) }
        return .call(SpecCall(function, arguments(inner, of: function)))
    }

    /// A pattern may have commas in it.
    private static func arguments(
        _ text: some StringProtocol, of function: SpecFunction
    ) -> [Argument] {
        let parts = function == .regexp ? [String(text.drop(while: \.isWhitespace))] : split(text)
        return parts.map { part in
            let bare = unquoted(part)
            if case .call(let call) = reading(bare) { return .call(call) }
            return .text(bare)
        }
    }

    private static func unquoted(_ text: String) -> String {
        let quotes: Set<Character> = ["'", "\""]
        let trailing = text.drop { quotes.contains($0) }.reversed().drop { quotes.contains($0) }
        return String(trailing.reversed())
    }

    /// Commas within a function's parentheses belong to it; those within other ones separate.
    private static func split(_ text: some StringProtocol) -> [String] {
        var parts: [String] = []
        var rest = text.drop(while: \.isWhitespace)[...]
        while true {
            let end = firstSeparator(in: rest) ?? rest.endIndex
            let part = rest[..<end]
            guard end < rest.endIndex else {
                parts.append(String(part))
                return parts
            }
            // The reference strips what precedes every comma but the first.
            parts.append(parts.isEmpty ? String(part) : trimmedEnd(part))
            rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)[...]
        }
    }

    private static func trimmedEnd(_ text: some StringProtocol) -> String {
        String(text.reversed().drop(while: \.isWhitespace).reversed())
    }

    private static func firstSeparator(
        in text: some StringProtocol
    ) -> String.Index? {
        let name = text.prefix { $0 != "(" && $0 != "," }
        let bare = name.drop { $0 == "'" || $0 == "\"" }
        guard SpecFunction(rawValue: String(bare)) != nil else { return text.firstIndex(of: ",") }
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")": depth -= 1
            case "," where depth <= 0: return index
            default: break
            }
        }
        return nil
    }
}
