/// `str_split`: the parts of a text between separators, or one of them; null of null.
struct StrSplit: PlainFunction {
    let syntax: FunctionSyntax

    private static let form = "a list of a separator, a text and, if one part is meant, its place"

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        guard syntax.arguments.isCall || syntax.arguments.items != nil else {
            throw syntax.mismatch(expected: Self.form)
        }
        self.syntax = syntax
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard case .list(let items) = try syntax.arguments.resolve(in: scope), items.count >= 2
        else { throw syntax.mismatch(expected: Self.form) }
        if items[1] == .null { return .null }
        guard case .string(let separator) = items[0], case .string(let text) = items[1],
            !separator.isEmpty
        else { throw syntax.problem("expected \(Self.form)") }
        let parts = SeparatedText.parts(of: text, separatedBy: separator)
        guard items.count > 2 else { return .list(parts.map(TemplateValue.string)) }
        let whole = TemplateValue.list(parts.map(TemplateValue.string))
        guard let part = whole.value(at: [items[2]], .numeral) else {
            throw syntax.problem(
                "found '\(items[2].text)' as the place, expected 0 to \(parts.count - 1)")
        }
        return part
    }
}
