/// How a version of the language reads calls of one function.
enum FunctionForm: Sendable {
    /// Arguments are parsed first.
    case function(
        @Sendable (FunctionSyntax) throws(TemplateProblem) -> any TemplateFunction)
    /// A choice by a condition, whose branches are parsed one by one.
    case choice(If.Form)
    /// A function that conditions do not have.
    case forbidden
}
