import OrderedCollections

/// The resources that expressions refer to.
enum ExpressionReferences {
    /// In the order written, each as often as it stands there.
    static func all(
        in expression: Expression, _ scope: any ResolutionScope
    ) throws(TemplateProblem) -> [ResourceReference] {
        var found: [ResourceReference] = []
        try collect(expression, scope, &found)
        return found
    }

    private static func collect(
        _ expression: Expression, _ scope: any ResolutionScope, _ found: inout [ResourceReference]
    ) throws(TemplateProblem) {
        switch expression {
        case .value: break
        case .list(let items): for item in items { try collect(item, scope, &found) }
        case .map(let entries): for entry in entries { try collect(entry.value, scope, &found) }
        case .call(let call):
            if let reference = try call.function.reference(in: scope) { found.append(reference) }
            for operand in try call.function.operands(in: scope) {
                try collect(operand, scope, &found)
            }
        }
    }

    /// The resources that must be there before one of a template, in the order found.
    static func needs(
        of definition: ResourceDefinition, _ scope: any ResolutionScope
    ) throws(TemplateProblem) -> OrderedSet<String> {
        var names = OrderedSet(definition.dependsOn.filter(scope.hasResource))
        for expression in definition.expressions {
            for reference in try all(in: expression, scope) { names.append(reference.resource) }
        }
        return names
    }
}
