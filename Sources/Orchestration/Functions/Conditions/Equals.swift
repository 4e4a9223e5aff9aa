/// `equals` and `Fn::Equals`: whether two values are the same. A number equals no text.
struct Equals: PlainFunction {
    let syntax: FunctionSyntax
    private let items: [Expression]

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        self.syntax = syntax
        items = try syntax.list(2...2, form: "a list of two values")
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let (one, two) = (try items[0].resolve(in: scope), try items[1].resolve(in: scope))
        return .bool(one.isSame(as: two))
    }
}
