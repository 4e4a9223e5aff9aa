/// `filter`: a list without some values.
struct Filter: PlainFunction {
    let syntax: FunctionSyntax
    private let values: Expression
    private let list: Expression

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        let items = try syntax.list(2...2, form: "a list of values to leave out, and a list")
        self.syntax = syntax
        (values, list) = (items[0], items[1])
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let sequence = try list.resolve(in: scope)
        if sequence.isEmpty { return sequence }
        guard case .list(let items) = sequence else {
            throw syntax.problem("found \(sequence.kind) to filter, expected a list")
        }
        let values = try self.values.resolve(in: scope)
        if values.isEmpty { return sequence }
        guard case .list(let unwanted) = values else {
            throw syntax.problem("found \(values.kind) to leave out, expected a list of values")
        }
        return .list(items.filter { item in !unwanted.contains(where: item.isSame) })
    }
}
