/// Reads what CloudFormation's templates hold parameters to, which stands among the other keys.
struct CloudFormationConstraints {
    func constraints(
        _ node: TemplateNode, _ path: TemplatePath, _ log: inout ProblemLog
    ) -> [ParameterConstraint] {
        let description = node["ConstraintDescription"]?.value.text
        var rules: [ParameterRule] = []
        if let bounds = bounds("MinValue", "MaxValue", node, path, &log) {
            rules.append(.range(bounds))
        }
        if let bounds = bounds("MinLength", "MaxLength", node, path, &log) {
            rules.append(.length(bounds))
        }
        for (key, kind) in Self.others {
            guard let value = node[key] else { continue }
            let syntax = ConstraintSyntax(file: log.file, path: path.key(key), node: value)
            let rule = log.keeping { () throws(TemplateProblem) in try syntax.rule(kind) }
            if let rule { rules.append(rule) }
        }
        return rules.map { ParameterConstraint($0, description: description) }
    }

    private static let others = [
        ("AllowedValues", "allowed_values"), ("AllowedPattern", "allowed_pattern"),
    ]

    private func bounds(
        _ least: String, _ greatest: String, _ node: TemplateNode, _ path: TemplatePath,
        _ log: inout ProblemLog
    ) -> NumberBounds? {
        guard node[least] != nil || node[greatest] != nil else { return nil }
        let file = log.file
        return log.keeping { () throws(TemplateProblem) in
            NumberBounds(
                least: try ConstraintSyntax.number(node[least], path.key(least), file: file),
                greatest: try ConstraintSyntax.number(
                    node[greatest], path.key(greatest), file: file))
        }
    }
}
