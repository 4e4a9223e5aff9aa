import OrderedCollections

/// Merges environment files, one after another.
struct EnvironmentMerge {
    private let schemas: [String: ParameterSchema]
    private var environment = Environment()
    /// By parameter: what the first file that gave it says.
    private var strategies: [String: MergeStrategy] = [:]
    private var problems: [TemplateProblem] = []

    init(schemas: [String: ParameterSchema]) { self.schemas = schemas }

    func result() throws(TemplateError) -> Environment {
        guard problems.isEmpty else { throw TemplateError(problems) }
        return environment
    }

    mutating func add(_ file: EnvironmentFile) {
        merge(file.parameters, "parameters", file, into: \.parameters)
        merge(file.parameterDefaults, "parameter_defaults", file, into: \.parameterDefaults)
        if let node = file.registry {
            let place = TemplatePlace(
                file: file.file, line: node.line, path: TemplatePath().key("resource_registry"))
            do throws(TemplateProblem) {
                try environment.registry.load(node, place)
            } catch {
                problems.append(error)
            }
        }
        environment.encryptedParameters += file.encryptedParameters
        environment.eventSinks += file.eventSinks
    }

    private mutating func merge(
        _ values: OrderedDictionary<String, TemplateNode>, _ section: String,
        _ file: EnvironmentFile,
        into target: WritableKeyPath<Environment, OrderedDictionary<String, TemplateValue>>
    ) {
        for (name, node) in values {
            let place = TemplatePlace(
                file: file.file, line: node.line, path: TemplatePath().key(section).key(name))
            do throws(TemplateProblem) {
                let old = environment[keyPath: target][name]
                environment[keyPath: target][name] = try merged(old, node.value, name, file, place)
            } catch {
                problems.append(error)
            }
        }
    }

    private mutating func merged(
        _ old: TemplateValue?, _ new: TemplateValue, _ name: String, _ file: EnvironmentFile,
        _ place: TemplatePlace
    ) throws(TemplateProblem) -> TemplateValue {
        if new == .null { return old ?? .null }
        guard let schema = schemas[name] else { return new }
        let strategy = try strategy(for: name, file, place)
        guard strategy != .overwrite, let old, old != .null else { return new }
        return try ParameterMerge(schema: schema, strategy: strategy, place: place)
            .merged(old, new)
    }

    /// Every file that gives a parameter must say the same of it, or nothing.
    private mutating func strategy(
        for name: String, _ file: EnvironmentFile, _ place: TemplatePlace
    ) throws(TemplateProblem) -> MergeStrategy {
        let strategy =
            file.strategies[name] ?? strategies[name] ?? file.strategies["default"] ?? .overwrite
        let known = strategies[name] ?? strategy
        guard known == strategy else {
            throw TemplateProblem(
                place,
                "the file merges '\(name)' by '\(strategy.rawValue)', an earlier one by "
                    + "'\(known.rawValue)'")
        }
        strategies[name] = strategy
        return strategy
    }
}
