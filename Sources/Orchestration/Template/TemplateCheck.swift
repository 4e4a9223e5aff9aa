import OrderedCollections

/// Looks through a template that has its parameters' values for what can be told before anything
/// is created: references to what is not there, functions that are gone, resources that wait for
/// each other.
public struct TemplateCheck {
    private let facts: TemplateFacts
    private let scope: TemplateScope
    /// Nil where only the types that Heat has by itself count.
    private let registry: ResourceRegistry?
    private var problems: [TemplateProblem] = []
    /// By resource: those that must be there first, in the order found.
    private var needs: OrderedDictionary<String, OrderedSet<String>> = [:]

    /// - Parameter registry: what stands behind types; without it Heat's own types alone count.
    /// - Returns: everything that is wrong, in the order of the template.
    public static func problems(
        in facts: TemplateFacts, files: [String: String] = [:], registry: ResourceRegistry? = nil
    ) -> [TemplateProblem] {
        var check = TemplateCheck(facts, files, registry)
        check.lookAtNames()
        check.lookAtResources()
        check.lookAtOutputs()
        if check.problems.isEmpty { check.lookForCycles() }
        return check.problems
    }

    private init(
        _ facts: TemplateFacts, _ files: [String: String], _ registry: ResourceRegistry?
    ) {
        self.facts = facts
        self.registry = registry
        scope = TemplateScope(facts, files: files)
    }

    /// A name is a parameter's or a resource's.
    private mutating func lookAtNames() {
        for definition in facts.template.resources.values
        where facts.template.parameters[definition.name] != nil {
            problems.append(
                TemplateProblem(
                    definition.place, "a parameter has the name '\(definition.name)' already"))
        }
    }

    private mutating func lookAtResources() {
        for definition in facts.resources.values {
            lookAtType(of: definition)
            var found: OrderedSet<String> = []
            for name in definition.dependsOn {
                if facts.resources[name] != nil {
                    found.append(name)
                } else if facts.template.resources[name] == nil {
                    problems.append(
                        TemplateProblem(
                            definition.place,
                            "it depends on '\(name)', and there is no such resource"))
                }
            }
            for expression in definition.expressions { look(at: expression, &found) }
            needs[definition.name] = found
        }
    }

    /// A type that is a template's name needs the template.
    private mutating func lookAtType(of definition: ResourceDefinition) {
        let type = definition.type
        let found =
            registry.map { $0.implementation(of: type, for: definition.name) }
            ?? ResourceRegistry().implementation(of: type, for: definition.name)
        switch found {
        case .builtIn?: break
        case .template(let file)?:
            guard scope.file(file) == nil else { return }
            problems.append(
                TemplateProblem(definition.place, "no file '\(file)' came with the template"))
        case nil:
            problems.append(
                TemplateProblem(definition.place, "there is no resource type '\(type)'"))
        }
    }

    private mutating func lookAtOutputs() {
        for case let definition? in facts.outputs.values {
            var found: OrderedSet<String> = []
            look(at: definition.value, &found)
        }
    }

    private mutating func look(at expression: Expression, _ found: inout OrderedSet<String>) {
        switch expression {
        case .value: break
        case .list(let items): for item in items { look(at: item, &found) }
        case .map(let entries): for entry in entries { look(at: entry.value, &found) }
        case .call(let call):
            do throws(TemplateProblem) {
                if call.function is RemovedFunction {
                    _ = try call.function.resolve(in: scope)
                }
                if let reference = try call.function.reference(in: scope) {
                    found.append(reference.resource)
                }
                for operand in try call.function.operands(in: scope) { look(at: operand, &found) }
            } catch {
                problems.append(error)
            }
        }
    }

    // MARK: Cycles

    private mutating func lookForCycles() {
        var waiting = needs.mapValues(\.count)
        var dependants: [String: [String]] = [:]
        for (name, others) in needs {
            for other in others { dependants[other, default: []].append(name) }
        }
        var ready = waiting.filter { $0.value == 0 }.map(\.key)
        while let name = ready.popLast() {
            waiting[name] = nil
            for dependant in dependants[name] ?? [] {
                guard let count = waiting[dependant] else { continue }
                waiting[dependant] = count - 1
                if count == 1 { ready.append(dependant) }
            }
        }
        guard let first = waiting.keys.first else { return }
        let circle = circle(from: first, among: waiting)
        problems.append(
            TemplateProblem(
                facts.resources[circle[0]]?.place
                    ?? TemplatePlace(file: facts.template.file, line: nil),
                "resources wait for each other: "
                    + (circle + [circle[0]]).joined(separator: " → ")))
    }

    /// Each of the rest waits for another of the rest, so that following them leads back.
    private func circle(
        from first: String, among rest: OrderedDictionary<String, Int>
    ) -> [String] {
        var path: OrderedSet<String> = [first]
        while let last = path.last,
            let next = needs[last]?.first(where: { rest[$0] != nil })
        {
            if let start = path.firstIndex(of: next) { return Array(path[start...]) }
            path.append(next)
        }
        return Array(path)
    }
}
