import OrderedCollections

/// `make_url`: a URL of its parts, with what may not stand in them escaped, and brackets around an
/// IPv6 address.
struct MakeURL: PlainFunction {
    let syntax: FunctionSyntax

    private static let keys = [
        "scheme", "username", "password", "host", "port", "path", "query", "fragment",
    ]

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard case .map(let parts) = try syntax.arguments.resolve(in: scope) else {
            throw syntax.mismatch(expected: "a map of a URL's parts")
        }
        for key in parts.keys where !Self.keys.contains(key) {
            let known = Self.keys.joined(separator: ", ")
            throw syntax.problem("unknown key '\(key)', expected one of \(known)")
        }
        var url = URLText()
        url.scheme = try text("scheme", of: parts)
        guard !url.scheme.contains(":") else {
            throw syntax.problem("found '\(url.scheme)' as the scheme, expected none with a colon")
        }
        url.user = try text("username", of: parts)
        url.password = try text("password", of: parts)
        url.host = try text("host", of: parts)
        url.port = try port(parts["port"])
        url.path = try text("path", of: parts)
        url.query = try query(parts["query"])
        url.fragment = try text("fragment", of: parts)
        return .string(url.text)
    }

    private func text(
        _ key: String, of parts: OrderedDictionary<String, TemplateValue>
    ) throws(TemplateProblem) -> String {
        switch parts[key] {
        case nil: return ""
        case .string(let text)?: return text
        case let other?:
            throw syntax.problem("found \(other.kind) as the \(key), expected a text")
        }
    }

    /// - Returns: the port as it was written.
    private func port(_ value: TemplateValue?) throws(TemplateProblem) -> String {
        guard let value else { return "" }
        let number =
            switch value {
            case .integer(let number): number
            case .string(let text): TemplateValue.integer(numeral: text)
            default: nil as Int?
            }
        guard let number, (1...65535).contains(number) else {
            throw syntax.problem("found port '\(value.text)', expected 1 to 65535")
        }
        return value.text
    }

    private func query(
        _ value: TemplateValue?
    ) throws(TemplateProblem) -> [(key: String, value: String)] {
        guard let value else { return [] }
        guard case .map(let entries) = value else {
            throw syntax.problem("found \(value.kind) as the query, expected a map")
        }
        return entries.map { ($0.key, $0.value.text) }
    }
}
