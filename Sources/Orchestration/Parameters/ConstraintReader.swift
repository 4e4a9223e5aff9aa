/// Reads HOT's constraints on parameters.
struct ConstraintReader {
    let version: TemplateVersion

    /// - Parameters:
    ///   - node: what stands under `constraints`.
    ///   - path: the parameter's.
    func constraints(
        _ node: TemplateNode?, _ path: TemplatePath, _ log: inout ProblemLog
    ) -> [ParameterConstraint] {
        guard let node, !node.isNull else { return [] }
        let path = path.key("constraints")
        guard let items = node.items else {
            log.add(node.line, path, "found \(node.kind), expected a list of constraints")
            return []
        }
        var constraints: [ParameterConstraint] = []
        for (index, item) in items.enumerated() {
            let place = path.item(index)
            guard let rule = rule(item, place, &log) else { continue }
            constraints.append(
                ParameterConstraint(rule, description: item["description"]?.value.text))
        }
        return constraints
    }

    private static let kinds = [
        "range", "length", "allowed_values", "allowed_pattern", "custom_constraint",
    ]

    private var kinds: [String] {
        version >= .hot20170224 ? ["modulo"] + Self.kinds : Self.kinds
    }

    private func rule(
        _ item: TemplateNode, _ path: TemplatePath, _ log: inout ProblemLog
    ) -> ParameterRule? {
        let known = kinds.joined(separator: ", ")
        guard let entries = item.entries else {
            log.add(item.line, path, "found \(item.kind), expected a map of one of \(known)")
            return nil
        }
        for entry in entries
        where !Self.kinds.contains(entry.key) && !["description", "modulo"].contains(entry.key) {
            log.add(
                entry.value.line, path.key(entry.key),
                "unknown key '\(entry.key)', expected one of \(known), description")
        }
        guard let kind = kinds.first(where: { item[$0] != nil }), let node = item[kind] else {
            log.add(item.line, path, "found no constraint, expected one of \(known)")
            return nil
        }
        let syntax = ConstraintSyntax(file: log.file, path: path.key(kind), node: node)
        return log.keeping { () throws(TemplateProblem) in try syntax.rule(kind) }
    }
}
