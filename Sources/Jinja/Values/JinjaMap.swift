import OrderedCollections

/// A map in the order it was made in, which templates may add to.
final class JinjaMap {
    var entries: OrderedDictionary<JinjaKey, JinjaValue>

    init(_ entries: OrderedDictionary<JinjaKey, JinjaValue>) { self.entries = entries }

    subscript(name: String) -> JinjaValue? { entries[.string(name)] }
}
