import OrderedCollections

/// The names that are known at a place of a template. Inner scopes see what the outer ones have,
/// and keep what they set to themselves.
final class JinjaScope {
    private var names: [String: JinjaValue] = [:]
    private let outer: JinjaScope?

    init(_ names: OrderedDictionary<String, JinjaValue>) {
        for (name, value) in names { self.names[name] = value }
        outer = nil
    }

    init(in outer: JinjaScope) { self.outer = outer }

    subscript(name: String) -> JinjaValue? {
        get { names[name] ?? outer?[name] }
        set { names[name] = newValue }
    }
}
