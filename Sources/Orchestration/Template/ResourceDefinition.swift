/// A resource as a template defines it.
public struct ResourceDefinition: Sendable {
    public let name: String
    public let place: TemplatePlace
    public let type: String
    public var properties = Expression.value(.emptyMap)
    /// Nil where none is given.
    public var metadata: Expression?
    /// Resources that must be there first, besides those that are referred to.
    public var dependsOn: [String] = []
    /// A word; nil where none is given.
    public var deletionPolicy: Expression?
    public var updatePolicy: Expression?
    /// What names an existing thing that the resource stands for.
    public var externalID: Expression?
    /// Nil where the resource is always there.
    public var condition: Expression?
    public var description: String?

    init(name: String, place: TemplatePlace, type: String) {
        self.name = name
        self.place = place
        self.type = type
    }
}

extension ResourceDefinition {
    /// All expressions in which it may refer to others, with the keys they stand under.
    var expressions: [Expression] {
        [properties] + [metadata, deletionPolicy, updatePolicy, externalID].compactMap { $0 }
    }
}
