import OrderedCollections

/// `yaql`: what an expression of YAQL comes to over some data, which it finds under `$.data`.
struct Yaql: PlainFunction {
    let syntax: FunctionSyntax
    private let expression: Expression
    private let data: Expression
    /// Nil where a function gives the expression.
    private let parsed: YaqlNode?

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        guard let entries = syntax.arguments.entries,
            let expression = syntax.arguments["expression"],
            entries.allSatisfy({ $0.key == "expression" || $0.key == "data" })
        else { throw syntax.mismatch(expected: "a map of 'expression' and 'data'") }
        self.syntax = syntax
        self.expression = expression
        data = syntax.arguments["data"] ?? .value(.emptyMap)
        parsed = try expression.constant.map { (value) throws(TemplateProblem) in
            try Self.parse(value, syntax)
        }
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        let text = try expression.resolve(in: scope)
        let node = if let parsed { parsed } else { try Self.parse(text, syntax) }
        let data = try data.resolve(in: scope)
        do throws(YaqlError) {
            return try YaqlEvaluator.value(of: node, over: .map(["data": data]))
        } catch {
            throw syntax.problem("\(error.message), in the expression '\(text.text)'")
        }
    }

    private static func parse(
        _ value: TemplateValue, _ syntax: FunctionSyntax
    ) throws(TemplateProblem) -> YaqlNode {
        guard case .string(let text) = value else {
            throw syntax.problem("found \(value.kind) as the expression, expected a text")
        }
        do throws(YaqlError) {
            return try YaqlParser.parse(text)
        } catch {
            throw syntax.problem("\(error.message), in the expression '\(text)'")
        }
    }
}
