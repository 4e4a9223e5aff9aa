import Documents
import Facts

/// Reads a specification's lines, numbering variables as they come.
struct SpecParser {
    private(set) var variables: [String] = []
    private(set) var findings: [SpecFinding] = []

    mutating func line(_ literal: PythonLiteral) throws(PythonSyntaxError) -> SpecLine {
        guard let items = literal.items, items.count == 4 else {
            throw PythonSyntaxError(
                place: literal.place, message: "expected a tuple of four texts")
        }
        var texts: [String] = []
        for item in items {
            guard let text = item.string else {
                throw PythonSyntaxError(
                    place: item.place, message: "found \(item.notation), expected a text")
            }
            texts.append(text)
        }
        var fields: [SpecField] = []
        for (item, text) in zip(items, texts) { fields.append(field(text, at: item.place)) }
        return SpecLine(
            texts: Fact(texts[0], texts[1], texts[2], texts[3]), place: literal.place,
            fields: fields)
    }

    private mutating func field(_ text: String, at place: TextPlace) -> SpecField {
        guard text.hasPrefix("$") else { return plain(text, at: place) }
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        // With a second '=', the reference takes the whole for the name of a function.
        guard parts.count == 2 else { return plain(text, at: place) }
        guard case .call(let call) = SpecCall.reading(parts[1]) else {
            note("'\(parts[1])' is no function: only the text itself matches", at: place)
            return .text(text)
        }
        check(call, at: place)
        return .bound(number(of: parts[0].dropFirst()), call)
    }

    /// What is no variable with a function.
    private mutating func plain(_ text: String, at place: TextPlace) -> SpecField {
        switch SpecCall.reading(text) {
        case .call(let call):
            check(call, at: place)
            return .call(call)
        case .unknown(let name):
            // A model's name often ends in a parenthesis, which is sound where a whole line is
            // compared.
            if name.allSatisfy({ $0.isLetter || $0 == "_" || $0 == "$" || $0 == "=" }) {
                note("there is no function '\(name)': nothing matches", at: place)
            }
            return .never
        case .text:
            return text.hasPrefix("$") ? .variable(number(of: text.dropFirst())) : .text(text)
        }
    }

    private mutating func check(_ call: SpecCall, at place: TextPlace) {
        if let fault = call.fault { note("\(fault): nothing matches", at: place) }
    }

    private mutating func note(_ message: String, at place: TextPlace) {
        findings.append(SpecFinding(place: place, message: message))
    }

    private mutating func number(of name: some StringProtocol) -> Int {
        if let number = variables.firstIndex(of: String(name)) { return number }
        variables.append(String(name))
        return variables.count - 1
    }
}
