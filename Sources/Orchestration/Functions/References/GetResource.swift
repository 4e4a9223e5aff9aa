/// `get_resource`: what names a resource to others.
struct GetResource: PlainFunction {
    let syntax: FunctionSyntax

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        scope.reference(to: try resource(in: scope))
    }

    func reference(
        in scope: any ResolutionScope
    ) throws(TemplateProblem) -> ResourceReference? {
        ResourceReference(
            resource: try resource(in: scope), aspect: .identity, place: syntax.place)
    }

    private func resource(in scope: any ResolutionScope) throws(TemplateProblem) -> String {
        let value = try syntax.arguments.resolve(in: scope)
        guard case .string(let name) = value else {
            throw syntax.problem("found \(value.kind), expected a resource's name")
        }
        guard scope.hasResource(name) else {
            throw syntax.problem("there is no resource '\(name)'")
        }
        return name
    }
}
