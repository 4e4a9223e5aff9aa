public import Hardware

/// Which traits a node may have (Ironic's API and its limit for a node).
public enum TraitRules {
    /// Traits of one node, at most: as many as the placement service takes.
    public static let limit = 50

    /// A list of traits in JSON.
    static func read(_ value: JSONValue) throws(RecordRefusal) -> [Trait] {
        guard let list = value.list else { throw .invalid("'traits' is a list of traits") }
        var traits: [Trait] = []
        for entry in list {
            guard let text = entry.text else { throw .invalid("\(entry) is no trait") }
            traits.append(Trait(text))
        }
        return try set(traits)
    }

    /// A node's traits once they are replaced by others, each once, in order.
    public static func set(_ traits: [Trait]) throws(RecordRefusal) -> [Trait] {
        for trait in traits where !trait.isValid {
            throw .invalid("'\(trait)' is neither a standard trait nor a custom one")
        }
        let all = Set(traits).sorted()
        guard all.count <= limit else {
            throw .invalid("a node has at most \(limit) traits, and not \(all.count)")
        }
        return all
    }

    /// A node's traits with one more.
    public static func add(_ trait: Trait, to traits: [Trait]) throws(RecordRefusal) -> [Trait] {
        try set(traits + [trait])
    }

    /// A node's traits with one less.
    ///
    /// - Throws: ``RecordRefusal/notFound(_:)`` where it has no such trait.
    public static func remove(
        _ trait: Trait, from traits: [Trait]
    ) throws(RecordRefusal) -> [Trait] {
        guard traits.contains(trait) else { throw .notFound("there is no trait '\(trait)'") }
        return traits.filter { $0 != trait }
    }
}
