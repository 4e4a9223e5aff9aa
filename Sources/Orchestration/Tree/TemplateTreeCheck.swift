import OrderedCollections

/// Looks through a whole tree for what can be told before anything is created: every template by
/// itself, and what each asks of the templates and types behind its resources.
public struct TemplateTreeCheck {
    /// Uses of templates with values of their own that are looked at.
    private static let limit = 5_000

    /// What a tree is looked through for.
    public enum Purpose: Sendable {
        /// To know it: whoever creates a stack of it one day is asked for what has no value yet.
        case review
        /// A stack is made of it now.
        case creation
    }

    private let tree: TemplateTree
    private let purpose: Purpose
    private let files: [String: String]
    private var environment = Environment()
    private var problems: OrderedSet<TemplateProblem> = []
    private var seen: Set<String> = []
    private var parsed: [String: Template] = [:]
    /// By file: what keeps it from being a template. Heat is sent all files, and reads those that
    /// it needs.
    private var unreadable: [String: [TemplateProblem]] = [:]

    /// - Returns: everything that is wrong, each once, in the order found from the root on.
    public static func problems(
        in tree: TemplateTree, for purpose: Purpose = .review
    ) -> [TemplateProblem] {
        var check = TemplateTreeCheck(tree, purpose)
        check.lookAtAll()
        return Array(check.problems)
    }

    private init(_ tree: TemplateTree, _ purpose: Purpose) {
        self.tree = tree
        self.purpose = purpose
        files = tree.files
        problems.append(contentsOf: tree.problems)
    }

    private mutating func lookAtAll() {
        for (name, node) in tree.templates {
            do { parsed[name] = try TemplateReader.template(node, file: name) } catch {
                unreadable[name] = error.problems
                if purpose == .review || name == tree.root { tellUnreadable(name) }
            }
        }
        do { environment = try tree.environment() } catch {
            problems.append(contentsOf: error.problems)
        }
        guard let root = parsed[tree.root] else { return }
        lookForUnknownParameters(of: root)
        let awaited = root.parameters.values.filter {
            purpose == .review && $0.defaultValue == nil
                && environment.parameterDefaults[$0.name] == nil
                && environment.parameters[$0.name] == nil
        }
        look(
            at: root, values: environment.parameters, registry: environment.registry, given: [],
            awaited: Set(awaited.map(\.name)))
    }

    private mutating func tellUnreadable(_ file: String) {
        problems.append(contentsOf: unreadable[file] ?? [])
    }

    private mutating func lookForUnknownParameters(of root: Template) {
        for file in tree.environments {
            for (name, node) in file.parameters where root.parameters[name] == nil {
                let place = TemplatePlace(
                    file: file.file, line: node.line,
                    path: TemplatePath().key("parameters").key(name))
                problems.append(
                    TemplateProblem(
                        place, "the parameter '\(name)' is none of the template's"))
            }
        }
    }

    // MARK: One template in one place

    /// - Parameters:
    ///   - given: parameters that get a value from the resource, known or not.
    ///   - awaited: parameters that may get one later.
    private mutating func look(
        at template: Template, values: OrderedDictionary<String, TemplateValue>,
        registry: ResourceRegistry, given: Set<String>, awaited: Set<String> = []
    ) {
        let all = environment.parameterDefaults.merging(values) { $1 }
        let facts: TemplateFacts
        do {
            facts = try TemplateFacts(
                template, values: Dictionary(all.map { ($0, $1) }) { $1 },
                pseudo: PseudoParameters(stackName: "stack", stackID: "", projectID: ""))
        } catch {
            // Conditions may rest on what is known only when there are resources.
            if given.isEmpty { problems.append(contentsOf: error.problems) }
            return
        }
        let excused = given.union(awaited).subtracting(values.keys)
        for problem in facts.parameterProblems where !isExcused(problem, template, excused) {
            problems.append(problem)
        }
        for problem in TemplateCheck.problems(in: facts, files: files, registry: registry)
        where !isExcused(problem, template, excused) {
            problems.append(problem)
        }
        for definition in facts.resources.values { look(at: definition, facts, registry) }
    }

    /// What is said of a parameter whose value a resource gives is not known yet.
    private func isExcused(
        _ problem: TemplateProblem, _ template: Template, _ given: Set<String>
    ) -> Bool {
        given.contains { template.parameters[$0]?.place == problem.place }
    }

    private mutating func look(
        at definition: ResourceDefinition, _ facts: TemplateFacts, _ registry: ResourceRegistry
    ) {
        let scope = TemplateScope(facts, files: files)
        let inner = registry.nested(in: definition.name)
        switch registry.implementation(of: definition.type, for: definition.name) {
        case .template(let file)?:
            look(into: file, definition.properties, definition, scope, inner)
        case .builtIn(let type)?:
            lookAtProperties(of: definition, type)
            lookAtMembers(of: definition, type, scope, inner)
        case nil: break
        }
    }

    /// Goes on in the template that a resource is.
    private mutating func look(
        into file: String, _ properties: Expression, _ definition: ResourceDefinition,
        _ scope: TemplateScope, _ registry: ResourceRegistry, index: String? = nil
    ) {
        guard let template = parsed[file] else { return tellUnreadable(file) }
        let entries = properties.entries ?? []
        for entry in entries where template.parameters[entry.key] == nil {
            problem(
                "'\(entry.key)' is no parameter of \(file)", definition, property: entry.key)
        }
        var values: OrderedDictionary<String, TemplateValue> = [:]
        for entry in entries {
            guard let value = try? entry.value.resolve(in: scope), value.isKnown else { continue }
            values[entry.key] = index.map { value.replacing($0, with: "0") } ?? value
        }
        let isOpen = properties.entries == nil
        for parameter in template.parameters.values
        where parameter.defaultValue == nil && !isOpen
            && environment.parameterDefaults[parameter.name] == nil
            && !entries.contains(where: { $0.key == parameter.name })
        {
            problem(
                "it gives no value for the parameter '\(parameter.name)' of \(file)", definition)
        }
        let given = isOpen ? Set(template.parameters.keys) : Set(entries.map(\.key))
        let key = "\(file)\n\(TemplateValue.map(values).json(.sorted))"
        guard seen.count < Self.limit, seen.insert(key).inserted else { return }
        look(
            at: template, values: values, registry: registry,
            given: given.union(template.parameters.keys.filter { values[$0] == nil }))
    }

    private mutating func problem(
        _ message: String, _ definition: ResourceDefinition, property: String? = nil
    ) {
        var path = definition.place.path
        if let property { path = path.key("properties").key(property) }
        let place = TemplatePlace(
            file: definition.place.file, line: definition.place.line, path: path)
        problems.append(TemplateProblem(place, message))
    }

    // MARK: Heat's own types

    private mutating func lookAtProperties(of definition: ResourceDefinition, _ type: String) {
        guard let schema = ResourceSchemas[type], !schema.takesAnything,
            let entries = definition.properties.entries
        else { return }
        for entry in entries where schema.properties[entry.key] == nil {
            problem("'\(entry.key)' is no property of \(type)", definition, property: entry.key)
        }
        // Some properties were once called by the name of the identifier they take.
        let given = Set(entries.flatMap { [$0.key, $0.key.replacing("_id", with: "")] })
        for (name, property) in schema.properties
        where property.presence == .required && !given.contains(name) {
            problem("it gives no value for the property '\(name)' of \(type)", definition)
        }
    }

    /// Groups and chains have resources of their own.
    private mutating func lookAtMembers(
        of definition: ResourceDefinition, _ type: String, _ scope: TemplateScope,
        _ registry: ResourceRegistry
    ) {
        let properties = definition.properties
        switch type {
        case "OS::Heat::ResourceGroup", "OS::Heat::AutoScalingGroup":
            let member = properties[type.hasSuffix("ResourceGroup") ? "resource_def" : "resource"]
            guard case .string(let name)? = try? member?["type"]?.resolve(in: scope) else { return }
            let index = try? properties["index_var"]?.resolve(in: scope).text
            look(
                member: name, member?["properties"] ?? .value(.emptyMap), definition, scope,
                registry, index: index ?? "%index%")
        case "OS::Heat::ResourceChain":
            guard case .list(let types)? = try? properties["resources"]?.resolve(in: scope) else {
                return
            }
            for case .string(let name) in types {
                look(
                    member: name, properties["resource_properties"] ?? .value(.emptyMap),
                    definition, scope, registry)
            }
        default: break
        }
    }

    private mutating func look(
        member type: String, _ properties: Expression, _ definition: ResourceDefinition,
        _ scope: TemplateScope, _ registry: ResourceRegistry, index: String? = nil
    ) {
        switch registry.implementation(of: type, for: "0") {
        case .builtIn?: break
        case .template(let file)?:
            if parsed[file] == nil, tree.templates[file] == nil {
                problem("no file '\(file)' came with the template", definition)
            }
            look(into: file, properties, definition, scope, registry, index: index)
        case nil: problem("there is no resource type '\(type)'", definition)
        }
    }
}

extension TemplateValue {
    /// Whether nothing in it waits for a resource: what does is null until then.
    fileprivate var isKnown: Bool {
        switch self {
        case .null: false
        case .list(let items): items.allSatisfy(\.isKnown)
        case .map(let entries): entries.values.allSatisfy(\.isKnown)
        default: true
        }
    }
}
