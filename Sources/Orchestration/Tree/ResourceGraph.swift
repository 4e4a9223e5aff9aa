public import OrderedCollections

/// The resources of one template and which must be there before which.
public struct ResourceGraph: Sendable, Hashable {
    public struct Node: Sendable, Hashable {
        public let name: String
        public let type: String
        /// Whether a template stands behind it.
        public let isNested: Bool
    }

    public let nodes: OrderedDictionary<String, Node>
    /// By resource: those that must be there first, in the order found.
    public let needs: OrderedDictionary<String, OrderedSet<String>>

    /// The root template of a tree, with what its environments say.
    /// - Throws: what keeps the template from being read, or its references from being followed.
    public init(of tree: TemplateTree) throws(TemplateError) {
        guard let node = tree.templates[tree.root] else {
            throw TemplateError(
                tree.problems.isEmpty
                    ? [TemplateProblem(TemplatePlace(file: tree.root, line: nil), "is not there")]
                    : tree.problems)
        }
        let template = try TemplateReader.template(node, file: tree.root)
        let environment = try tree.environment()
        let values = environment.parameterDefaults.merging(environment.parameters) { $1 }
        let facts = try TemplateFacts(
            template, values: Dictionary(values.map { ($0, $1) }) { $1 },
            pseudo: PseudoParameters(stackName: "stack", stackID: "", projectID: ""))
        self = try ResourceGraph(facts, files: tree.files, registry: environment.registry)
    }

    private init(
        _ facts: TemplateFacts, files: [String: String], registry: ResourceRegistry
    ) throws(TemplateError) {
        let scope = TemplateScope(facts, files: files)
        var nodes: OrderedDictionary<String, Node> = [:]
        var needs: OrderedDictionary<String, OrderedSet<String>> = [:]
        for definition in facts.resources.values {
            let found = registry.implementation(of: definition.type, for: definition.name)
            let isNested = if case .template? = found { true } else { false }
            nodes[definition.name] = Node(
                name: definition.name, type: definition.type, isNested: isNested)
            do {
                needs[definition.name] = try ExpressionReferences.needs(of: definition, scope)
                    .filter { facts.resources[$0] != nil }
            } catch { throw TemplateError(error) }
        }
        self.nodes = nodes
        self.needs = needs
    }

    /// The resources in columns: each stands one further than the last of those it waits for.
    /// Within a column they stand as those do that they wait for.
    var columns: [[String]] {
        let depths = self.depths
        var columns: [[String]] = Array(repeating: [], count: (depths.values.max() ?? -1) + 1)
        for name in nodes.keys { columns[depths[name] ?? 0].append(name) }
        var rows: [String: Int] = [:]
        for index in columns.indices {
            if index > 0 { columns[index] = ordered(columns[index], by: rows) }
            for (row, name) in columns[index].enumerated() { rows[name] = row }
        }
        return columns
    }

    private func ordered(_ names: [String], by rows: [String: Int]) -> [String] {
        let centers = names.map { name in
            let others = needs[name]?.compactMap { rows[$0] } ?? []
            return others.isEmpty ? 0 : Double(others.reduce(0, +)) / Double(others.count)
        }
        return zip(centers, names).enumerated()
            .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }

    /// How many stand before each, one after the other. Resources that wait for each other stand
    /// in the first column.
    private var depths: [String: Int] {
        var waiting = needs.mapValues(\.count)
        var dependants: [String: [String]] = [:]
        for (name, others) in needs {
            for other in others { dependants[other, default: []].append(name) }
        }
        var depths: [String: Int] = [:]
        var ready = nodes.keys.filter { waiting[$0] == 0 } as [String]
        while let name = ready.popLast() {
            let depth = depths[name] ?? 0
            for dependant in dependants[name] ?? [] {
                depths[dependant] = max(depths[dependant] ?? 0, depth + 1)
                waiting[dependant, default: 0] -= 1
                if waiting[dependant] == 0 { ready.append(dependant) }
            }
        }
        return depths.filter { waiting[$0.key] == 0 }
    }
}
