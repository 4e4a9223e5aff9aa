import OrderedCollections

/// Which implementation stands behind each type of resource, where operations wait, and what is
/// restricted: an environment's `resource_registry`.
public struct ResourceRegistry: Sendable, Hashable {
    private var root: OrderedDictionary<String, RegistryNode> = [:]

    public init() {}

    /// How many types are tried for one before it is given up: types may stand for each other, and
    /// patterns for more than one.
    static let attemptLimit = 256

    /// What every registry falls back to.
    private static let renamed = [("OS::Quantum", "OS::Neutron")]
    private static let mapped = ["OS::Metering::Alarm": "OS::Aodh::Alarm"]

    // MARK: Loading

    /// Adds what another part of an environment says. Of equal keys the later holds; null takes
    /// away what was said before.
    ///
    /// - Throws: hooks and restrictions that there are not.
    mutating func load(_ node: TemplateNode, _ place: TemplatePlace) throws(TemplateProblem) {
        guard let entries = node.entries else {
            throw TemplateProblem(place, "found \(node.kind), expected a map of types")
        }
        try Self.load(entries, place.file, place.path, into: &root)
    }

    private static func load(
        _ entries: [TemplateNode.Entry], _ file: String, _ path: TemplatePath,
        into scope: inout OrderedDictionary<String, RegistryNode>
    ) throws(TemplateProblem) {
        for entry in entries {
            let place = TemplatePlace(file: file, line: entry.value.line, path: path.key(entry.key))
            switch (entry.value.content, entry.key) {
            case (.scalar(.null), _): remove(entry.key, from: &scope)
            case (_, "hooks"): scope[entry.key] = .hooks(try words(entry.value, place))
            case (_, "restricted_actions"):
                scope[entry.key] = .restrictedActions(try words(entry.value, place))
            case (.map(let inner), _):
                var nested = scope[entry.key]?.scope ?? [:]
                try load(inner, file, place.path, into: &nested)
                scope[entry.key] = .scope(nested)
            case (.scalar(let value), _): scope[entry.key] = .implementation(value.text)
            case (.list, _): throw TemplateProblem(place, "found a list, expected a type or a file")
            }
        }
    }

    private static func remove(
        _ key: String, from scope: inout OrderedDictionary<String, RegistryNode>
    ) {
        guard key.hasSuffix("*") else {
            scope[key] = nil
            return
        }
        scope.removeAll { name, node in
            guard case .implementation = node else { return false }
            return name.hasPrefix(key.dropLast())
        }
    }

    private static func words<Word: RawRepresentable<String> & CaseIterable>(
        _ node: TemplateNode, _ place: TemplatePlace
    ) throws(TemplateProblem) -> [Word] {
        var words: [Word] = []
        for item in node.items ?? [node] {
            guard let text = item.string, let word = Word(rawValue: text) else {
                let known = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                throw TemplateProblem(
                    place, "found '\(item.value.text)', expected some of \(known)")
            }
            words.append(word)
        }
        return words
    }

    // MARK: Documents

    var document: TemplateValue { .map(root.mapValues(\.document)) }

    init(document: TemplateValue) {
        if case .map(let entries) = document { root = RegistryNode.scope(entries) }
    }

    mutating func merge(_ other: ResourceRegistry) { RegistryNode.merge(other.root, into: &root) }

    // MARK: Implementations

    /// What stands behind a type.
    ///
    /// - Parameters:
    ///   - type: as the template has it.
    ///   - resource: the name of the resource that is of this type.
    /// - Returns: nil where there is no such type.
    public func implementation(of type: String, for resource: String) -> ResourceImplementation? {
        var attempts = Self.attemptLimit
        return implementation(of: type, for: resource, &attempts)
    }

    private func implementation(
        of type: String, for resource: String, _ attempts: inout Int
    ) -> ResourceImplementation? {
        attempts -= 1
        guard attempts > 0 else { return nil }
        if Self.isTemplate(type) { return .template(type) }
        for (key, target) in candidates(for: type, resource) {
            if Self.isTemplate(target) { return .template(target) }
            let next =
                key.hasSuffix("*") && target.hasSuffix("*")
                ? target.dropLast() + type.dropFirst(key.count - 1) : target[...]
            let found = implementation(of: String(next), for: resource, &attempts)
            if let found { return found }
        }
        return ownImplementation(of: type, for: resource, &attempts)
    }

    /// What nobody's environment changed.
    private func ownImplementation(
        of type: String, for resource: String, _ attempts: inout Int
    ) -> ResourceImplementation? {
        if ResourceTypes.contain(type) { return .builtIn(type) }
        if let other = Self.mapped[type] {
            return implementation(of: other, for: resource, &attempts)
        }
        for (old, new) in Self.renamed where type.hasPrefix(old) {
            let name = new + type.dropFirst(old.count)
            return implementation(of: name, for: resource, &attempts)
        }
        return nil
    }

    /// What may stand behind a type, in the order in which Heat tries: what holds for the one
    /// resource, then keys by their code points, among which patterns come before longer names.
    private func candidates(
        for type: String, _ resource: String
    ) -> [(key: String, target: String)] {
        var found: [(key: String, target: String)] = []
        for (key, node) in root {
            guard case .implementation(let target) = node else { continue }
            let isMatch =
                key.hasSuffix("*") ? type != target && type.hasPrefix(key.dropLast()) : key == type
            if isMatch { found.append((key, target)) }
        }
        found.sort { TemplateValue.precedes($0.key, $1.key) }
        if case .implementation(let target)? = resources[resource]?.scope?[type] {
            found.insert((type, target), at: 0)
        }
        return found
    }

    static func isTemplate(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".template")
    }

    // MARK: Resources by name

    private var resources: OrderedDictionary<String, RegistryNode> {
        root["resources"]?.scope ?? [:]
    }

    /// What is said of resources whose names match.
    private func scopes(of resource: String) -> [OrderedDictionary<String, RegistryNode>] {
        resources.compactMap { pattern, node in
            ShellPattern.matches(resource, pattern) ? node.scope : nil
        }
    }

    /// Whether an operation on a resource waits at a hook.
    public func hasHook(_ hook: Hook, at resource: String) -> Bool {
        scopes(of: resource).contains { scope in
            if case .hooks(let hooks)? = scope["hooks"] { hooks.contains(hook) } else { false }
        }
    }

    /// What updates may not do to a resource.
    public func restrictedActions(of resource: String) -> Set<RestrictedAction> {
        var actions: Set<RestrictedAction> = []
        for scope in scopes(of: resource) {
            if case .restrictedActions(let more)? = scope["restricted_actions"] {
                actions.formUnion(more)
            }
        }
        return actions
    }

    /// What holds in the nested stack that a resource is: what is said of resources in it comes to
    /// the top.
    public func nested(in resource: String) -> ResourceRegistry {
        var inner: OrderedDictionary<String, RegistryNode> = [:]
        for scope in scopes(of: resource) { inner.merge(scope) { $1 } }
        if let own = resources[resource]?.scope { inner.merge(own) { $1 } }
        var registry = self
        registry.root["resources"] = .scope(inner)
        return registry
    }

    /// The templates that types stand for anywhere in it, in the order written.
    public var templates: [String] { Self.templates(in: root) }

    private static func templates(
        in scope: OrderedDictionary<String, RegistryNode>
    ) -> [String] {
        scope.values.flatMap { node -> [String] in
            switch node {
            case .implementation(let name): isTemplate(name) ? [name] : []
            case .scope(let inner): templates(in: inner)
            case .hooks, .restrictedActions: []
            }
        }
    }
}
