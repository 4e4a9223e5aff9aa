package import Documents
package import OrderedCollections

/// What a plan comes to: a template of a group of servers for every role, an environment with its
/// values, and the files that they name.
///
/// Source: Tuskar, `DeploymentPlan` and `template_seed`.
package struct PlanComposition: Sendable {
    package let template: DocumentValue
    package let environment: DocumentValue
    /// By name, the template and the environment first.
    package let files: OrderedDictionary<String, String>

    private typealias Entries = OrderedDictionary<String, DocumentValue>

    init(_ plan: DeploymentPlan) throws(PlanError) {
        var parameters: Entries = [:]
        var resources: Entries = [:]
        var outputs: Entries = [:]
        for planned in plan.roles {
            let role = planned.role
            let fixed = try plan.seed?.group(of: role).fixed ?? [:]
            for (name, schema) in role.parameters where fixed[name] == nil {
                parameters[role.qualified(name)] = schema
            }
            parameters.merge(Self.scaling(of: role)) { $1 }
            resources[role.group] = Self.group(of: role, fixed)
            for name in role.outputs {
                outputs[role.qualified(name)] = [
                    "value": ["get_attr": [.string(role.group), .string(name)]]
                ]
            }
        }
        if let seed = plan.seed {
            parameters.merge(seed.ownParameters) { old, _ in old }
            outputs.merge(seed.outputs) { old, _ in old }
            let all = try Self.resources(of: seed, plan)
            resources.merge(all) { old, _ in old }
            Self.keepDefaults(of: seed, in: &parameters)
        }
        template = Self.template(plan, parameters, resources, outputs)
        environment = Self.environment(plan, parameters)
        var files: OrderedDictionary<String, String> = [
            "plan.yaml": template.yaml, "environment.yaml": environment.yaml,
        ]
        for planned in plan.roles { files[planned.role.templateFile] = planned.role.template }
        files.merge(plan.seed?.files ?? [:]) { old, _ in old }
        self.files = files
    }

    // MARK: Roles

    /// How many, and who goes first when there are to be fewer.
    private static func scaling(of role: DeploymentRole) -> Entries {
        [
            role.countName: [
                "type": "number", "default": 1,
                "constraints": [["range": ["min": 0]]],
                "description": .string("How many servers of \(role.name) there are to be."),
            ],
            role.removalName: [
                "type": "json", "default": [],
                "description": .string("Which servers of \(role.name) are first to go."),
            ],
        ]
    }

    /// - Parameter fixed: properties that the seed gives every server.
    private static func group(of role: DeploymentRole, _ fixed: Entries) -> DocumentValue {
        var properties: Entries = [:]
        for name in role.parameters.keys {
            properties[name] = fixed[name] ?? ["get_param": [.string(role.qualified(name))]]
        }
        return [
            "type": "OS::Heat::ResourceGroup",
            "properties": [
                "count": ["get_param": [.string(role.countName)]],
                "removal_policies": ["get_param": [.string(role.removalName)]],
                "resource_def": ["type": .string(role.alias), "properties": .map(properties)],
            ],
        ]
    }

    // MARK: Seed

    /// The seed's own resources, with the names that roles and their parameters have in the plan.
    private static func resources(
        of seed: PlanSeed, _ plan: DeploymentPlan
    ) throws(PlanError) -> Entries {
        var resources = seed.resources
        for planned in plan.roles {
            let group = try seed.group(of: planned.role)
            for (name, resource) in resources {
                guard var entries = resource.map, let properties = entries["properties"] else {
                    continue
                }
                entries["properties"] = renamed(
                    renamed(properties, group.name, to: planned.role.group), group.parameters,
                    of: planned.role)
                resources[name] = .map(entries)
            }
        }
        return resources
    }

    private static func renamed(
        _ value: DocumentValue, _ name: String, to other: String
    ) -> DocumentValue {
        switch value {
        case .string(name): .string(other)
        case .list(let items): .list(items.map { renamed($0, name, to: other) })
        case .map(let entries): .map(entries.mapValues { renamed($0, name, to: other) })
        default: value
        }
    }

    private static func renamed(
        _ value: DocumentValue, _ parameters: Set<String>, of role: DeploymentRole
    ) -> DocumentValue {
        guard case .map(let entries) = value else { return value }
        return .map(
            OrderedDictionary(
                uniqueKeysWithValues: entries.map { key, inner in
                    if key == "get_param", let name = inner.string, parameters.contains(name) {
                        return (key, .string(role.qualified(name)))
                    }
                    return (key, renamed(inner, parameters, of: role))
                }))
    }

    /// A default of the seed goes for a role's empty one.
    private static func keepDefaults(of seed: PlanSeed, in parameters: inout Entries) {
        for (name, schema) in parameters {
            let own = name.firstRange(of: "::").map { String(name[$0.upperBound...]) } ?? name
            guard let value = seed.parameters[own]?["default"], value.isTrue,
                schema["default"]?.isTrue != true, var entries = schema.map
            else { continue }
            entries["default"] = value
            parameters[name] = .map(entries)
        }
    }

    // MARK: Documents

    private static func template(
        _ plan: DeploymentPlan, _ parameters: Entries, _ resources: Entries, _ outputs: Entries
    ) -> DocumentValue {
        var entries: Entries = ["heat_template_version": "2014-10-16"]
        if !plan.description.isEmpty { entries["description"] = .string(plan.description) }
        if !parameters.isEmpty { entries["parameters"] = .map(parameters) }
        entries["resources"] = .map(resources)
        if !outputs.isEmpty { entries["outputs"] = .map(outputs) }
        return .map(entries)
    }

    /// Every parameter with what was set for it, or its default, or an empty text.
    private static func environment(
        _ plan: DeploymentPlan, _ parameters: Entries
    ) -> DocumentValue {
        var values = parameters.mapValues { $0["default"] ?? "" }
        for planned in plan.roles {
            values[planned.role.countName] = .integer(planned.count)
            guard !planned.removed.isEmpty else { continue }
            values[planned.role.removalName] = [
                ["resource_list": .list(planned.removed.map { .string($0) })]
            ]
        }
        for (name, value) in plan.values where values[name] != nil { values[name] = value }
        var registry: Entries = [:]
        for planned in plan.roles {
            registry[planned.role.alias] = .string(planned.role.templateFile)
        }
        for (type, file) in plan.seed?.registry ?? [:] where registry[type] == nil {
            registry[type] = .string(file)
        }
        return ["parameters": .map(values), "resource_registry": .map(registry)]
    }
}
