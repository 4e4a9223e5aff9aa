/// `get_file`: the contents of a file that came with the template.
struct GetFile: PlainFunction {
    let syntax: FunctionSyntax

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let value = try syntax.arguments.resolve(in: scope)
        guard case .string(let name) = value else {
            throw syntax.problem("found \(value.kind), expected a file's name")
        }
        guard let contents = scope.file(name) else {
            throw syntax.problem("no file '\(name)' came with the template")
        }
        return .string(contents)
    }
}
