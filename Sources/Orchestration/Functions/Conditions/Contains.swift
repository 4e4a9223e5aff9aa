/// `contains`: whether a value is in a list, or a text in a text.
struct Contains: PlainFunction {
    let syntax: FunctionSyntax
    private let items: [Expression]

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        self.syntax = syntax
        items = try syntax.list(2...2, form: "a list of a value, and the list to look in")
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let (value, place) = (try items[0].resolve(in: scope), try items[1].resolve(in: scope))
        switch (place, value) {
        case (.list(let items), _): return .bool(items.contains(where: value.isSame))
        case (.string, .string("")): return true
        case (.string(let text), .string(let part)):
            return .bool(SeparatedText.parts(of: text, separatedBy: part).count > 1)
        default: throw syntax.problem("found \(place.kind) to look in, expected a list")
        }
    }
}
