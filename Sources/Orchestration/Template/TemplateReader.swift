import OrderedCollections

/// Reads the sections of a template, and goes on after what is wrong.
struct TemplateReader {
    private let root: TemplateNode
    private let keys: TemplateKeys
    private let parser: ExpressionParser
    private let conditionParser: ExpressionParser
    private var log: ProblemLog
    private var template: Template

    /// - Throws: everything that is wrong with the template by itself.
    static func template(_ root: TemplateNode, file: String) throws(TemplateError) -> Template {
        let version: TemplateVersion
        do throws(TemplateProblem) {
            version = try Self.version(of: root, file: file)
        } catch {
            throw TemplateError(error)
        }
        var reader = TemplateReader(root, version, file: file)
        reader.read()
        guard reader.log.problems.isEmpty else { throw TemplateError(reader.log.problems) }
        return reader.template
    }

    private init(_ root: TemplateNode, _ version: TemplateVersion, file: String) {
        self.root = root
        keys = TemplateKeys(version)
        parser = ExpressionParser(
            file: file, functions: version.functions, conditions: version.conditionFunctions)
        conditionParser = ExpressionParser(
            file: file, functions: version.conditionFunctions,
            conditions: version.conditionFunctions)
        log = ProblemLog(file: file)
        template = Template(file: file, version: version)
    }

    private static func version(
        of root: TemplateNode, file: String
    ) throws(TemplateProblem) -> TemplateVersion {
        let place = TemplatePlace(file: file, line: root.line)
        guard root.entries != nil else {
            throw TemplateProblem(place, "found \(root.kind), expected a template's sections")
        }
        let known = TemplateVersion.keys
        guard let key = known.first(where: { root[$0] != nil }), let node = root[key] else {
            throw TemplateProblem(
                place,
                "found no version of the language, expected one of the keys "
                    + known.joined(separator: ", "))
        }
        if let version = TemplateVersion(key: key, name: node.value.text) { return version }
        let names = TemplateVersion.names(under: key).joined(separator: ", ")
        throw TemplateProblem(
            TemplatePlace(file: file, line: node.line, path: TemplatePath().key(key)),
            "found version '\(node.value.text)', expected one of \(names)")
    }

    private mutating func read() {
        for entry in root.entries ?? [] where !keys.sections.contains(entry.key) {
            log.add(
                entry.value.line, TemplatePath().key(entry.key),
                "unknown section '\(entry.key)', expected one of "
                    + keys.sections.joined(separator: ", "))
        }
        template.description = root[keys.description]?.value.text
        readParameters()
        readGroups()
        readConditions()
        readMappings()
        readResources()
        readOutputs()
    }

    /// The entries of a section, each with its path; none where the section is missing or empty.
    private mutating func entries(
        of section: String
    ) -> [(entry: TemplateNode.Entry, path: TemplatePath)] {
        guard keys.sections.contains(section), let node = root[section], !node.isNull else {
            return []
        }
        let path = TemplatePath().key(section)
        guard let entries = node.entries else {
            log.add(node.line, path, "found \(node.kind), expected a map")
            return []
        }
        return entries.map { ($0, path.key($0.key)) }
    }

    // MARK: Parameters

    private mutating func readParameters() {
        let reader = ParameterReader(version: template.version)
        for (entry, path) in entries(of: keys.parameters) {
            guard let schema = reader.schema(entry, at: path, &log) else { continue }
            template.parameters[entry.key] = schema
        }
    }

    private mutating func readGroups() {
        guard let node = root["parameter_groups"], template.version.dialect == .hot, !node.isNull
        else { return }
        let path = TemplatePath().key("parameter_groups")
        guard let items = node.items else {
            return log.add(node.line, path, "found \(node.kind), expected a list of groups")
        }
        var grouped: Set<String> = []
        for (index, item) in items.enumerated() {
            readGroup(item, path.item(index), &grouped)
        }
    }

    private mutating func readGroup(
        _ node: TemplateNode, _ path: TemplatePath, _ grouped: inout Set<String>
    ) {
        guard let members = node["parameters"], let items = members.items else {
            let found = node["parameters"].map(\.kind) ?? "no key 'parameters'"
            return log.add(node.line, path, "found \(found), expected a list of parameters' names")
        }
        let names = items.map { $0.value.text }
        for (name, item) in zip(names, items) {
            let pseudo = PseudoParameters.names(in: template.version.dialect)
            if template.parameters[name] == nil, root[keys.parameters]?[name] == nil,
                !pseudo.contains(name)
            {
                log.add(item.line, path, "there is no parameter '\(name)' to group")
            } else if !grouped.insert(name).inserted {
                log.add(item.line, path, "parameter '\(name)' is in a group already")
            }
        }
        template.parameterGroups.append(
            ParameterGroup(
                label: node["label"]?.value.text, description: node["description"]?.value.text,
                parameters: names))
    }

    // MARK: Conditions and mappings

    private mutating func readConditions() {
        for (entry, path) in entries(of: keys.conditions) {
            let parsed = log.keeping { () throws(TemplateProblem) in
                try conditionParser.parse(entry.value, at: path)
            }
            guard let parsed else { continue }
            switch parsed {
            case .call, .value(.bool): template.conditions[entry.key] = parsed
            default:
                log.add(
                    entry.value.line, path,
                    "found \(parsed.kind), expected a boolean or a function of conditions")
            }
        }
    }

    private mutating func readMappings() {
        guard template.version.dialect == .cloudFormation else { return }
        for (entry, _) in entries(of: "Mappings") {
            template.mappings[entry.key] = entry.value.value
        }
    }

    // MARK: Resources

    private mutating func readResources() {
        for (entry, path) in entries(of: keys.resources) {
            guard let definition = resource(entry, path) else { continue }
            template.resources[entry.key] = definition
        }
    }

    private mutating func resource(
        _ entry: TemplateNode.Entry, _ path: TemplatePath
    ) -> ResourceDefinition? {
        let node = entry.value
        guard let fields = node.entries, !fields.isEmpty else {
            log.add(
                node.line, path, "found \(node.kind), expected a map with the key '\(keys.type)'")
            return nil
        }
        if template.version.dialect == .hot {
            reportUnknown(fields, path)
        }
        guard let type = node[keys.type]?.string, !type.isEmpty else {
            let found = node[keys.type].map { "found \($0.kind) under" } ?? "missing"
            log.add(node.line, path, "\(found) key '\(keys.type)', expected a resource's type")
            return nil
        }
        var definition = ResourceDefinition(
            name: entry.key, place: TemplatePlace(file: log.file, line: node.line, path: path),
            type: type)
        definition.properties = map(node, keys.properties, path) ?? .value(.emptyMap)
        definition.metadata = map(node, keys.metadata, path)
        definition.updatePolicy = map(node, keys.updatePolicy, path)
        definition.dependsOn = dependencies(node, path)
        definition.deletionPolicy = deletionPolicy(node, path)
        definition.description = node[keys.resourceDescription]?.value.text
        if template.version.hasConditions {
            definition.externalID = field(node, keys.externalID, path, parser)
            definition.condition = field(node, keys.condition, path, conditionParser)
        }
        return definition
    }

    private mutating func reportUnknown(_ fields: [TemplateNode.Entry], _ path: TemplatePath) {
        for field in fields where !keys.resourceKeys.contains(field.key) {
            log.add(
                field.value.line, path.key(field.key),
                "unknown key '\(field.key)' of a resource, expected one of "
                    + keys.resourceKeys.joined(separator: ", "))
        }
    }

    /// - Returns: nil where nothing stands under the key, or the log tells what is wrong.
    private mutating func field(
        _ node: TemplateNode, _ key: String, _ path: TemplatePath, _ parser: ExpressionParser
    ) -> Expression? {
        guard let value = node[key] else { return nil }
        return log.keeping { () throws(TemplateProblem) in
            try parser.parse(value, at: path.key(key))
        }
    }

    private mutating func map(
        _ node: TemplateNode, _ key: String, _ path: TemplatePath
    ) -> Expression? {
        guard let value = node[key], let parsed = field(node, key, path, parser) else { return nil }
        if parsed.isCall || parsed.entries != nil { return parsed }
        log.add(value.line, path.key(key), "found \(parsed.kind), expected a map")
        return nil
    }

    private mutating func dependencies(_ node: TemplateNode, _ path: TemplatePath) -> [String] {
        guard let value = node[keys.dependsOn] else { return [] }
        if let name = value.string { return [name] }
        let names = value.items?.compactMap(\.string)
        if let names, names.count == value.items?.count { return names }
        log.add(
            value.line, path.key(keys.dependsOn),
            "found \(value.kind), expected a resource's name, or a list of names")
        return []
    }

    private mutating func deletionPolicy(
        _ node: TemplateNode, _ path: TemplatePath
    ) -> Expression? {
        guard let policy = field(node, keys.deletionPolicy, path, parser) else { return nil }
        if case .value(let value) = policy {
            guard case .string(let word) = value,
                DeletionPolicy(word, in: template.version) != nil
            else {
                log.add(
                    node.line, path.key(keys.deletionPolicy),
                    "found '\(value.text)', expected one of Delete, Retain, Snapshot")
                return nil
            }
        }
        return policy
    }

    // MARK: Outputs

    private mutating func readOutputs() {
        for (entry, path) in entries(of: keys.outputs) {
            guard let definition = output(entry, path) else { continue }
            template.outputs[entry.key] = definition
        }
    }

    private mutating func output(
        _ entry: TemplateNode.Entry, _ path: TemplatePath
    ) -> OutputDefinition? {
        let node = entry.value
        guard node.entries != nil else {
            log.add(
                node.line, path, "found \(node.kind), expected a map with the key '\(keys.value)'")
            return nil
        }
        guard node[keys.value] != nil else {
            log.add(node.line, path, "missing key '\(keys.value)' of an output")
            return nil
        }
        guard let value = field(node, keys.value, path, parser) else { return nil }
        var definition = OutputDefinition(
            name: entry.key, place: TemplatePlace(file: log.file, line: node.line, path: path),
            value: value)
        definition.description = node[keys.resourceDescription]?.value.text
        if template.version.hasConditions {
            definition.condition = field(node, keys.condition, path, conditionParser)
        }
        return definition
    }
}
