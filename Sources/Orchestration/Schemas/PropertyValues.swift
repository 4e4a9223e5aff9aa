public import OrderedCollections

/// The properties of a resource after checks: defaults filled in, values of their types.
public struct PropertyValues: Sendable, Hashable {
    /// What was given, resolved but not converted. Updates are judged by it.
    public let given: OrderedDictionary<String, TemplateValue>
    private let values: OrderedDictionary<String, TemplateValue>

    /// - Throws: what is wrong first, as Heat words it.
    public init(
        _ given: OrderedDictionary<String, TemplateValue>,
        _ schema: OrderedDictionary<String, PropertySchema>
    ) throws(PropertyFault) {
        self.given = given
        values = try PropertyCheck.values(given, schema)
    }

    /// The value of a property; null where there is none.
    public subscript(name: String) -> TemplateValue { values[name] ?? .null }

    public var all: TemplateValue { .map(values) }
}

extension PropertyValues {
    /// A property that is a text; nil where there is none.
    public func text(_ name: String) -> String? {
        if case .string(let text) = self[name] { text } else { nil }
    }

    /// A property that is a whole number; nil where there is none.
    public func integer(_ name: String) -> Int? {
        if case .integer(let number) = self[name] { number } else { nil }
    }

    /// A property that is a number; nil where there is none.
    public func number(_ name: String) -> Double? { self[name].number }

    public func isTrue(_ name: String) -> Bool { self[name] == true }

    /// The items of a property that is a list; none where there is none.
    public func list(_ name: String) -> [TemplateValue] {
        if case .list(let items) = self[name] { items } else { [] }
    }

    /// The entries of a property that is a map; none where there is none.
    public func map(_ name: String) -> OrderedDictionary<String, TemplateValue> {
        if case .map(let entries) = self[name] { entries } else { [:] }
    }
}
