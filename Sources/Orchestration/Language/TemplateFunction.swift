/// What a map of one entry means whose key is the name of a function.
///
/// The arguments' form is checked when a function is made, what they come to when it is resolved.
public protocol TemplateFunction: Sendable {
    /// The expressions in it that matter in a scope, in the order written: those it refers to
    /// resources by. A choice between two has the chosen one only.
    func operands(in scope: any ResolutionScope) throws(TemplateProblem) -> [Expression]

    /// - Returns: nil where the call is to be left out of the list or the map that it is in.
    func resolve(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue?

    /// The resource that the function itself refers to, apart from its operands.
    func reference(in scope: any ResolutionScope) throws(TemplateProblem) -> ResourceReference?
}

extension TemplateFunction {
    public func reference(
        in scope: any ResolutionScope
    ) throws(TemplateProblem) -> ResourceReference? { nil }
}
