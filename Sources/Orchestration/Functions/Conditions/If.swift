/// `if` and `Fn::If`: one of two, by a condition. Of the other nothing is looked at.
struct If: TemplateFunction {
    /// What versions of the language allow.
    enum Form {
        case twoBranches
        /// Without a second branch the call is left out where the condition does not hold.
        case optionalSecondBranch
    }

    /// A branch as it was parsed. What is wrong with it matters once it is taken.
    typealias Branch = Result<Expression, TemplateProblem>

    private let syntax: FunctionSyntax
    private let condition: Expression
    private let whenTrue: Branch
    /// Nil where there is none.
    private let whenFalse: Branch?

    init(
        _ syntax: FunctionSyntax, condition: Expression, whenTrue: Branch, whenFalse: Branch?
    ) {
        self.syntax = syntax
        self.condition = condition
        self.whenTrue = whenTrue
        self.whenFalse = whenFalse
    }

    func operands(in scope: any ResolutionScope) throws(TemplateProblem) -> [Expression] {
        try branch(in: scope).map { [$0] } ?? []
    }

    func resolve(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue? {
        try branch(in: scope)?.resolveOrOmit(in: scope)
    }

    private func branch(in scope: any ResolutionScope) throws(TemplateProblem) -> Expression? {
        let isTrue = try ConditionValue.isTrue(condition, in: scope, syntax)
        switch isTrue ? whenTrue : whenFalse {
        case .success(let expression)?: return expression
        case .failure(let problem)?: throw problem
        case nil: return nil
        }
    }
}
