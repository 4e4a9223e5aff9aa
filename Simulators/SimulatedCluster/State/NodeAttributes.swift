internal import OrderedCollections

/// A node's attributes by name, in the order in which they were set.
public struct NodeAttributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private var values: OrderedDictionary<String, String> = [:]

    public init() {}

    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { values[name] = value }
    }

    public subscript(name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }

    public var isEmpty: Bool { values.isEmpty }

    public var all: [(name: String, value: String)] {
        values.map { (name: $0.key, value: $0.value) }
    }
}
