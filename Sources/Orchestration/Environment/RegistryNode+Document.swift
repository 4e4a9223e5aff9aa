import OrderedCollections

extension RegistryNode {
    /// As it stands in an environment.
    var document: TemplateValue {
        switch self {
        case .implementation(let name): .string(name)
        case .hooks(let hooks): .list(hooks.map { .string($0.rawValue) })
        case .restrictedActions(let actions): .list(actions.map { .string($0.rawValue) })
        case .scope(let entries): .map(entries.mapValues(\.document))
        }
    }

    /// - Parameter key: what the node stands under.
    init(_ document: TemplateValue, under key: String) {
        switch (document, key) {
        case (.list(let words), "hooks"):
            self = .hooks(words.compactMap { Hook(rawValue: $0.text) })
        case (.list(let words), "restricted_actions"):
            self = .restrictedActions(words.compactMap { RestrictedAction(rawValue: $0.text) })
        case (.map(let entries), _): self = .scope(Self.scope(entries))
        default: self = .implementation(document.text)
        }
    }

    static func scope(
        _ entries: OrderedDictionary<String, TemplateValue>
    ) -> OrderedDictionary<String, RegistryNode> {
        var nodes: OrderedDictionary<String, RegistryNode> = [:]
        for (key, value) in entries { nodes[key] = RegistryNode(value, under: key) }
        return nodes
    }

    /// Scopes are merged, anything else is taken over.
    static func merge(
        _ other: OrderedDictionary<String, RegistryNode>,
        into scope: inout OrderedDictionary<String, RegistryNode>
    ) {
        for (key, node) in other {
            if case .scope(let inner) = node, var own = scope[key]?.scope {
                merge(inner, into: &own)
                scope[key] = .scope(own)
            } else {
                scope[key] = node
            }
        }
    }
}
