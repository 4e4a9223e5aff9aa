/// `Fn::FindInMap`: a value of one of the template's tables.
struct FindInMap: PlainFunction {
    let syntax: FunctionSyntax
    private let items: [Expression]

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        self.syntax = syntax
        items = try syntax.list(3...3, form: "a list of a table's name and two keys")
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let name = try items[0].resolve(in: scope).text
        guard let table = scope.mapping(name) else {
            throw syntax.problem("there is no table '\(name)' among the mappings")
        }
        let keys = [try items[1].resolve(in: scope), try items[2].resolve(in: scope)]
        let path = keys.map { TemplateValue.string($0.keyText) }
        guard let value = table.value(at: path, .number) else {
            throw syntax.problem(
                "table '\(name)' has nothing at '\(path.map(\.text).joined(separator: "', '"))'")
        }
        return value
    }
}
