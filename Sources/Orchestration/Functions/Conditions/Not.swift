/// `not` and `Fn::Not`: whether a condition does not hold.
struct Not: PlainFunction {
    let syntax: FunctionSyntax
    private let condition: Expression

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        guard syntax.arguments.constant != .null else {
            throw syntax.mismatch(expected: "a condition")
        }
        self.syntax = syntax
        condition = syntax.arguments
    }

    /// CloudFormation's, which has the condition in a list.
    init(listed syntax: FunctionSyntax) throws(TemplateProblem) {
        self.syntax = syntax
        condition = try syntax.list(1...1, form: "a list of one condition")[0]
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        .bool(!(try ConditionValue.isTrue(condition, in: scope, syntax)))
    }
}
