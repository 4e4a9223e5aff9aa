public import OrderedCollections

/// A template with values for its parameters: which conditions hold, and so which of its resources
/// and outputs there are.
public struct TemplateFacts: Sendable {
    public let template: Template
    /// The values as given, converted to the parameters' types; what is wrong with one is told to
    /// whoever asks for it.
    private var parameters: [String: Result<TemplateValue, TemplateProblem>] = [:]
    private let pseudo: PseudoParameters
    private var conditions: [String: Result<Bool, TemplateProblem>] = [:]
    /// Those that no condition takes out, in the order of the template.
    public private(set) var resources: OrderedDictionary<String, ResourceDefinition> = [:]
    /// Those whose condition does not hold have no value.
    public private(set) var outputs: OrderedDictionary<String, OutputDefinition?> = [:]

    /// - Parameters:
    ///   - values: by parameter, as their giver wrote them.
    /// - Throws: what is wrong with the conditions of resources and outputs.
    public init(
        _ template: Template, values: [String: TemplateValue], pseudo: PseudoParameters
    ) throws(TemplateError) {
        self.template = template
        self.pseudo = pseudo
        for schema in template.parameters.values {
            parameters[schema.name] = Self.value(of: schema, values[schema.name])
        }
        for name in template.conditions.keys { decide(name, upon: []) }
        try select()
    }

    private static func value(
        of schema: ParameterSchema, _ given: TemplateValue?
    ) -> Result<TemplateValue, TemplateProblem> {
        guard let given = given.flatMap({ $0 == .null ? nil : $0 }) ?? schema.defaultValue else {
            return .failure(
                TemplateProblem(
                    schema.place,
                    "parameter '\(schema.name)' has no default, and was given no value"))
        }
        do throws(TemplateProblem) {
            return .success(try schema.value(of: given))
        } catch {
            return .failure(error)
        }
    }

    /// What is wrong with the parameters' values: those of a wrong type, those that break a
    /// constraint, and those that are missing.
    public var parameterProblems: [TemplateProblem] {
        template.parameters.keys.compactMap {
            if case .failure(let problem)? = parameters[$0] { problem } else { nil }
        }
    }

    // MARK: Conditions

    /// Decides a condition and those it rests on.
    ///
    /// - Parameter path: the conditions that are being decided, each of which rests on the next.
    private mutating func decide(_ name: String, upon path: [String]) {
        guard conditions[name] == nil, let expression = template.conditions[name] else { return }
        for other in ConditionNames.used(in: expression) where template.conditions[other] != nil {
            if other == name || path.contains(other) {
                conditions[name] = .failure(
                    TemplateProblem(
                        TemplatePlace(file: template.file, line: nil),
                        "condition '\(name)' rests on itself, by way of '\(other)'"))
                return
            }
            decide(other, upon: path + [name])
        }
        conditions[name] = value(of: expression, name)
    }

    private func value(
        of expression: Expression, _ name: String
    ) -> Result<Bool, TemplateProblem> {
        do throws(TemplateProblem) {
            let value = try expression.resolve(in: TemplateScope(self))
            guard case .bool(let truth) = value else {
                throw TemplateProblem(
                    TemplatePlace(file: template.file, line: nil),
                    "condition '\(name)' comes to \(value.kind), expected a boolean")
            }
            return .success(truth)
        } catch {
            return .failure(error)
        }
    }

    private mutating func select() throws(TemplateError) {
        var log = ProblemLog(file: template.file)
        for definition in template.resources.values {
            if isEnabled(definition.condition, definition.place, &log) {
                resources[definition.name] = definition
            }
        }
        for definition in template.outputs.values {
            let isEnabled = isEnabled(definition.condition, definition.place, &log)
            outputs[definition.name] = .some(isEnabled ? definition : nil)
        }
        guard log.problems.isEmpty else { throw TemplateError(log.problems) }
    }

    private func isEnabled(
        _ condition: Expression?, _ place: TemplatePlace, _ log: inout ProblemLog
    ) -> Bool {
        guard let condition else { return true }
        let syntax = FunctionSyntax(name: "condition", place: place, arguments: condition)
        let scope = TemplateScope(self)
        return log.keeping { () throws(TemplateProblem) in
            try ConditionValue.isTrue(condition, in: scope, syntax)
        } ?? false
    }

    // MARK: Asking

    func parameter(_ name: String) throws(TemplateProblem) -> TemplateValue? {
        if let value = pseudo.value(of: name, in: template.version.dialect) { return value }
        return try parameters[name]?.get()
    }

    func condition(_ name: String) throws(TemplateProblem) -> Bool? {
        try conditions[name]?.get()
    }
}
