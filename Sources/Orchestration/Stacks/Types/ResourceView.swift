/// A resource as its type sees it when somebody asks for an attribute.
public struct ResourceView: Sendable {
    public let record: ResourceRecord
    public let properties: PropertyValues
    /// The names of all that its type has, but `show`.
    public let attributes: [String]
    public let stack: StackRecord
    public let sight: any StackSight
}
