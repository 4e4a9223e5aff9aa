/// A function of earlier versions of the language. It is told when the template is validated, and
/// may stand where nobody looks.
struct RemovedFunction: PlainFunction {
    let syntax: FunctionSyntax

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        throw syntax.problem("this version of the language does not have the function any more")
    }
}
