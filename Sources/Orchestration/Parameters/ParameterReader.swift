/// Reads the parameters of a template.
struct ParameterReader {
    let version: TemplateVersion

    private var dialect: TemplateVersion.Dialect { version.dialect }

    /// - Parameter path: the parameter's.
    /// - Returns: nil where the log tells why there is none.
    func schema(
        _ entry: TemplateNode.Entry, at path: TemplatePath, _ log: inout ProblemLog
    ) -> ParameterSchema? {
        let node = entry.value
        guard let keys = node.entries else {
            log.add(
                node.line, path, "found \(node.kind), expected a map that describes a parameter")
            return nil
        }
        for key in keys where !names.all.contains(key.key) {
            let known = names.all.joined(separator: ", ")
            log.add(
                key.value.line, path.key(key.key),
                "unknown key '\(key.key)' of a parameter, expected one of \(known)")
        }
        guard let type = type(node, path, &log) else { return nil }
        var schema = ParameterSchema(
            name: entry.key, place: TemplatePlace(file: log.file, line: node.line, path: path),
            type: type)
        schema.description = node[names.description]?.value.text
        schema.label = node[names.label]?.value.text
        schema.defaultValue = node[names.defaultValue].flatMap { $0.isNull ? nil : $0.value }
        schema.visibility = isTrue(node[names.hidden]) ? .hidden : .shown
        schema.changes = isTrue(node["immutable"]) && dialect == .hot ? .refused : .allowed
        schema.tags = tags(node, path, &log)
        schema.constraints = constraints(node, path, &log)
        check(&schema, &log)
        return schema
    }

    private var names: ParameterKeys { ParameterKeys(version) }

    private func type(
        _ node: TemplateNode, _ path: TemplatePath, _ log: inout ProblemLog
    ) -> ParameterType? {
        let known = ParameterType.names(in: dialect)
        guard let written = node[names.type] else {
            log.add(node.line, path, "missing key '\(names.type)', expected one of \(known)")
            return nil
        }
        if let name = written.string, let type = ParameterType(name, in: dialect) { return type }
        log.add(
            written.line, path.key(names.type),
            "found '\(written.value.text)' as a parameter's type, expected one of \(known)")
        return nil
    }

    private func isTrue(_ node: TemplateNode?) -> Bool {
        switch node?.value {
        case .bool(let truth)?: truth
        case .string(let text)?: text.lowercased() == "true"
        default: false
        }
    }

    private func tags(
        _ node: TemplateNode, _ path: TemplatePath, _ log: inout ProblemLog
    ) -> [TemplateValue] {
        guard let tags = node["tags"], names.all.contains("tags") else { return [] }
        guard let items = tags.items else {
            log.add(tags.line, path.key("tags"), "found \(tags.kind), expected a list of tags")
            return []
        }
        return items.map(\.value)
    }

    private func constraints(
        _ node: TemplateNode, _ path: TemplatePath, _ log: inout ProblemLog
    ) -> [ParameterConstraint] {
        switch dialect {
        case .hot: ConstraintReader(version: version).constraints(node["constraints"], path, &log)
        case .cloudFormation: CloudFormationConstraints().constraints(node, path, &log)
        }
    }

    // MARK: Checking

    /// Constraints must suit the type, and the default the constraints. A service is asked about
    /// neither.
    private func check(_ schema: inout ParameterSchema, _ log: inout ProblemLog) {
        for constraint in schema.constraints where !constraint.rule.types.contains(schema.type) {
            log.add(
                TemplateProblem(
                    schema.place,
                    "a constraint '\(constraint.rule.name)' does not suit a parameter of type "
                        + "'\(schema.type.name(in: dialect))'"))
        }
        schema.constraints.removeAll { !$0.rule.types.contains(schema.type) }
        guard let value = schema.defaultValue, !schema.constraints.isEmpty else { return }
        do throws(TemplateProblem) {
            _ = try schema.value(of: value)
        } catch {
            log.add(TemplateProblem(error.place, "\(error.message), in its default"))
        }
    }
}
