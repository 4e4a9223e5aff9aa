import OrderedCollections

/// Makes one template of several, as TripleO did before there were nested stacks: includes files,
/// multiplies what is to be scaled, and puts the roles of several servers on one.
///
/// Source: tripleo-heat-templates' `merge.py` of 2013 to 2015.
public struct TemplateMerge {
    private typealias Map = OrderedDictionary<String, TemplateValue>

    private let keys: MergeKeys
    private let scaling: [ScalingRule]
    private let roles: RoleTranslation?
    private let includes: TemplateInclusion
    private var sections: OrderedDictionary<String, OrderedDictionary<String, TemplateValue>> = [:]
    private var descriptions: [String] = []
    private var conflicts: [TemplateProblem] = []
    /// Resources that are now called by their role, in the order found.
    private var renamed: [(old: String, new: String)] = []

    /// - Parameters:
    ///   - files: the templates, each with its name, in order.
    ///   - file: the text of a file that one of them includes; nil where there is none.
    /// - Throws: what keeps a template from being read, or a file from being included.
    public static func merge(
        _ files: [(name: String, text: String)], in dialect: TemplateVersion.Dialect,
        scaling: [ScalingRule] = [], roles: RoleTranslation? = nil,
        including file: @escaping (String) -> String?
    ) throws(TemplateProblem) -> MergedTemplate {
        var merge = TemplateMerge(dialect, scaling, roles, file)
        for (name, text) in files { try merge.add(text, name) }
        return merge.result()
    }

    private init(
        _ dialect: TemplateVersion.Dialect, _ scaling: [ScalingRule], _ roles: RoleTranslation?,
        _ file: @escaping (String) -> String?
    ) {
        keys = MergeKeys(dialect)
        self.scaling = scaling
        self.roles = roles
        includes = TemplateInclusion(keys: keys, file: file)
    }

    private func result() -> MergedTemplate {
        var template: Map = [keys.version.key: .string(keys.version.value)]
        template[keys.template.description] = .string(descriptions.joined(separator: ","))
        for (section, entries) in sections { template[section] = .map(entries) }
        let scaled = TemplateScaling(rules: scaling).scaled(.map(template))
        var result = MergedLists.resolved(scaled)
        for (old, new) in renamed {
            result = ReferenceRename(keys: keys, old: old, new: new).renamed(result)
        }
        return MergedTemplate(template: result, conflicts: conflicts)
    }

    private mutating func add(_ text: String, _ name: String) throws(TemplateProblem) {
        let root = try TemplateDocument.read(text, file: name).value
        guard case .map(let template) = try includes.resolved(root, in: name) else {
            throw TemplateProblem(
                TemplatePlace(file: name, line: nil), "found \(root.kind), expected a template")
        }
        descriptions.append(template[keys.template.description]?.text ?? name)
        addSection(keys.template.parameters, of: template, name)
        addSection(keys.template.outputs, of: template, name)
        for (resource, body) in Self.sorted(template[keys.template.resources]) {
            try add(resource, body, name)
        }
    }

    private static func sorted(_ section: TemplateValue?) -> [(String, TemplateValue)] {
        guard case .map(let entries)? = section else { return [] }
        return entries.sorted { TemplateValue.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
    }

    private mutating func conflict(_ name: String, _ section: String, _ key: String) {
        conflicts.append(
            TemplateProblem(
                TemplatePlace(file: name, line: nil, path: TemplatePath().key(section).key(key)),
                "an earlier template has another '\(key)'"))
    }

    private mutating func addSection(_ section: String, of template: Map, _ name: String) {
        for (key, value) in Self.sorted(template[section]) { add(key, value, to: section, name) }
    }

    private mutating func add(
        _ key: String, _ value: TemplateValue, to section: String, _ name: String
    ) {
        if let known = sections[section]?[key] {
            if !known.isSame(as: value) { conflict(name, section, key) }
        } else {
            sections[section, default: [:]][key] = value
        }
    }

    // MARK: Resources

    /// Types of servers, which roles are merged on.
    private static let servers: Set<String> = [
        "OS::Nova::Server", "AWS::EC2::Instance", "AWS::AutoScaling::LaunchConfiguration",
    ]

    private mutating func add(
        _ key: String, _ body: TemplateValue, _ name: String
    ) throws(TemplateProblem) {
        guard case .map(let fields) = body else {
            return add(key, body, to: keys.template.resources, name)
        }
        let type = fields[keys.template.type]?.text ?? ""
        if type == "FileInclude" {
            sections[keys.template.resources, default: [:]][key] = try includes.included(
                fields, at: TemplatePath().key(keys.template.resources).key(key), in: name)
        } else if Self.servers.contains(type) {
            addServer(key, fields, name)
        } else {
            add(key, body, to: keys.template.resources, name)
        }
    }

    private mutating func addServer(_ key: String, _ fields: Map, _ name: String) {
        let metadata = Self.sorted(fields[keys.template.metadata])
        let named = metadata.first { $0.0 == "OpenStack::Role" }?.1.text ?? key
        let role = roles?.role(of: named) ?? named
        if role != key { renamed.append((key, role)) }
        guard case .map(var known)? = sections[keys.template.resources]?[role] else {
            sections[keys.template.resources, default: [:]][role] = .map(fields)
            return
        }
        var merged: Map = [:]
        if case .map(let entries)? = known[keys.template.metadata] { merged = entries }
        for (entry, value) in metadata {
            switch (merged[entry], value) {
            case (nil, _): merged[entry] = value
            case (.list(let one)?, .list(let two)) where entry == Self.elements:
                merged[entry] = .list(one + two)
            case (let other?, _):
                if !other.isSame(as: value) {
                    conflict(name, keys.template.resources, "\(role).\(entry)")
                }
            }
        }
        if !merged.isEmpty { known[keys.template.metadata] = .map(merged) }
        sections[keys.template.resources]?[role] = .map(known)
    }

    /// What the image of a server is made of; a server of two roles has the elements of both.
    private static let elements = "OpenStack::ImageBuilder::Elements"
}
