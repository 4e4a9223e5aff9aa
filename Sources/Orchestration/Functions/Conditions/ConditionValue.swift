/// What a condition comes to where it is used: a truth, or a condition's name.
enum ConditionValue {
    static func isTrue(
        _ expression: Expression, in scope: any ResolutionScope, _ syntax: FunctionSyntax
    ) throws(TemplateProblem) -> Bool {
        try isTrue(try expression.resolve(in: scope), in: scope, syntax)
    }

    static func isTrue(
        _ value: TemplateValue, in scope: any ResolutionScope, _ syntax: FunctionSyntax
    ) throws(TemplateProblem) -> Bool {
        if case .bool(let truth) = value { return truth }
        if value == .null { return true }
        guard case .string(let name) = value,
            let truth = try scope.condition(name, at: syntax.place)
        else { throw syntax.problem("there is no condition '\(value.text)'") }
        return truth
    }
}
