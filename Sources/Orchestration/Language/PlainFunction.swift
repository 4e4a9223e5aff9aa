/// A function whose arguments all matter, and which always comes to something.
protocol PlainFunction: TemplateFunction {
    var syntax: FunctionSyntax { get }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue
}

extension PlainFunction {
    func operands(in scope: any ResolutionScope) -> [Expression] { [syntax.arguments] }

    func resolve(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue? {
        try value(in: scope)
    }
}
