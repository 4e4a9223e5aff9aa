/// `get_param`: a parameter's value, or what a path into it leads to; an empty text where the path
/// leads nowhere.
struct GetParam: PlainFunction {
    let syntax: FunctionSyntax

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let (name, path) = try target(in: scope)
        guard let value = try scope.parameter(name, at: syntax.place) else {
            throw syntax.problem("there is no parameter '\(name)'")
        }
        return value.value(at: path, .numeral) ?? ""
    }

    private func target(
        in scope: any ResolutionScope
    ) throws(TemplateProblem) -> (name: String, path: ArraySlice<TemplateValue>) {
        let value = try syntax.arguments.resolve(in: scope)
        if case .string(let name) = value, !name.isEmpty { return (name, []) }
        if case .list(let items) = value, case .string(let name)? = items.first {
            return (name, items.dropFirst())
        }
        throw syntax.problem(
            "found \(value.kind), expected a parameter's name, or a list of it and a path")
    }
}
