internal import OrderedCollections

/// What a configuration sets of a resource's options; what it leaves out may be inherited.
public struct MetaAttributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private var texts: OrderedDictionary<MetaAttribute, String> = [:]

    public init() {}

    public init(dictionaryLiteral elements: (MetaAttribute, String)...) {
        for (name, text) in elements { texts[name] = text }
    }

    public subscript(name: MetaAttribute) -> String? {
        get { texts[name] }
        set { texts[name] = newValue }
    }

    public var isEmpty: Bool { texts.isEmpty }

    /// In the order in which they were set.
    public var all: [(name: MetaAttribute, text: String)] {
        texts.map { (name: $0.key, text: $0.value) }
    }

    /// Takes over what `other` sets and this does not.
    public mutating func inherit(_ other: MetaAttributes) {
        for (name, text) in other.texts where texts[name] == nil { texts[name] = text }
    }

    /// Whether an option is set to true.
    func isTrue(_ name: MetaAttribute) -> Bool { texts[name].map(ClusterText.isTrue) ?? false }

    /// A number that is not negative.
    func count(_ name: MetaAttribute) -> Int? { texts[name].map { max(0, Int($0) ?? 0) } }
}
