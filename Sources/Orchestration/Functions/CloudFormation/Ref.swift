/// `Ref`: what names a resource to others, or a parameter's value.
struct Ref: PlainFunction {
    /// What a name may stand for.
    enum Form {
        case resourceOrParameter
        /// In conditions, which are decided before there are resources.
        case parameter
    }

    let syntax: FunctionSyntax
    private let form: Form

    init(_ syntax: FunctionSyntax, _ form: Form = .resourceOrParameter) {
        self.syntax = syntax
        self.form = form
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let name = try self.name(in: scope)
        if isResource(name, in: scope) { return scope.reference(to: name) }
        guard let value = try scope.parameter(name, at: syntax.place) else {
            let known = form == .parameter ? "parameter" : "resource or parameter"
            throw syntax.problem("there is no \(known) '\(name)'")
        }
        return value
    }

    func reference(
        in scope: any ResolutionScope
    ) throws(TemplateProblem) -> ResourceReference? {
        let name = try self.name(in: scope)
        guard isResource(name, in: scope) else { return nil }
        return ResourceReference(resource: name, aspect: .identity, place: syntax.place)
    }

    private func name(in scope: any ResolutionScope) throws(TemplateProblem) -> String {
        let value = try syntax.arguments.resolve(in: scope)
        guard case .string(let name) = value else {
            throw syntax.problem("found \(value.kind), expected a name")
        }
        return name
    }

    private func isResource(_ name: String, in scope: any ResolutionScope) -> Bool {
        form == .resourceOrParameter && scope.hasResource(name)
    }
}
