/// `and`, `or` and their CloudFormation kin: whether all or any of several conditions hold.
struct Junction: PlainFunction {
    enum Kind {
        case all, any
    }

    let syntax: FunctionSyntax
    private let kind: Kind

    init(_ syntax: FunctionSyntax, _ kind: Kind) throws(TemplateProblem) {
        _ = try syntax.list(2...Int.max, form: "a list of two conditions or more")
        self.syntax = syntax
        self.kind = kind
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard case .list(let items) = try syntax.arguments.resolve(in: scope) else {
            preconditionFailure("A list resolves to a list.")
        }
        let decisive = kind == .any
        for item in items where try ConditionValue.isTrue(item, in: scope, syntax) == decisive {
            return .bool(decisive)
        }
        return .bool(!decisive)
    }
}
