public import OrderedCollections

/// What an update changes of a resource's definition.
public struct PropertyChange: Sendable {
    public let old: PropertyValues
    public let new: PropertyValues
    /// Properties whose values differ, in the order of the schema.
    public let names: OrderedSet<String>
}
