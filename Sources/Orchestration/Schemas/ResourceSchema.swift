public import OrderedCollections

/// The properties and attributes of a type of resource.
public struct ResourceSchema: Sendable, Hashable {
    public var properties: OrderedDictionary<String, PropertySchema> = [:]
    /// By name; `show` is every type's.
    public var attributes: OrderedSet<String> = []
    /// Whether properties and attributes of any name are taken for what they are worth: nothing.
    public var takesAnything = false

    public init() {}
}
