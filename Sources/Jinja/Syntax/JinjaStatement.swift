/// A part of a template.
indirect enum JinjaStatement {
    case data(String)
    case output(JinjaExpression)
    /// The names of a loop, what it goes through, which items it takes, and what stands for none.
    case loop(JinjaLoop)
    /// Conditions with what belongs to them; one without is `else`.
    case branches([(condition: JinjaExpression?, body: [JinjaStatement])])
    case set(names: [String], JinjaExpression)
    case setAttribute(object: String, name: String, JinjaExpression)
    case capture(name: String, [JinjaStatement])
    case include(JinjaExpression, isOptional: Bool)
    case block(name: String)
    case macro(JinjaMacro)
    case scope(names: [(String, JinjaExpression)], [JinjaStatement])
    case evaluate(JinjaExpression)
}
