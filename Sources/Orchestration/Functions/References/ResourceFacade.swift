/// `resource_facade`: what the resource in the parent's template says that this one provides.
struct ResourceFacade: PlainFunction {
    let syntax: FunctionSyntax
    private let aspect: FacadeAspect

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        try self.init(
            syntax,
            names: [
                ("metadata", .metadata), ("deletion_policy", .deletionPolicy),
                ("update_policy", .updatePolicy),
            ])
    }

    /// - Parameter names: what the aspects are called in the template's language.
    init(
        _ syntax: FunctionSyntax, names: [(String, FacadeAspect)]
    ) throws(TemplateProblem) {
        guard case .string(let name)? = syntax.arguments.constant,
            let aspect = names.first(where: { $0.0 == name })?.1
        else {
            let known = names.map { "'\($0.0)'" }.joined(separator: ", ")
            throw syntax.mismatch(expected: "one of \(known)")
        }
        self.syntax = syntax
        self.aspect = aspect
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard let value = scope.facade(aspect) else {
            throw syntax.problem("the template provides no resource of another template")
        }
        return value
    }
}
