/// `Fn::Split`: the parts of a text between separators.
struct Split: PlainFunction {
    let syntax: FunctionSyntax
    private let separator: String
    private let text: Expression

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        let form = "a list of a separator and a text"
        let items = try syntax.list(2...2, form: form)
        guard case .string(let separator)? = items[0].constant, !separator.isEmpty else {
            throw syntax.problem("found \(items[0].kind) as the separator, expected a text")
        }
        self.syntax = syntax
        self.separator = separator
        text = items[1]
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let value = try text.resolve(in: scope)
        guard case .string(let text) = value else {
            throw syntax.problem("found \(value.kind) to split, expected a text")
        }
        return .list(
            SeparatedText.parts(of: text, separatedBy: separator).map(TemplateValue.string))
    }
}
