/// `Fn::Base64`: the text as it is. Heat takes user data as plain text; the function is there for
/// templates that were written for others.
struct Base64: PlainFunction {
    let syntax: FunctionSyntax

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let value = try syntax.arguments.resolve(in: scope)
        guard case .string = value else {
            throw syntax.problem("found \(value.kind), expected a text")
        }
        return value
    }
}
