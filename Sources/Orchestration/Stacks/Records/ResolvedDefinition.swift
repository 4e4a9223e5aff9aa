public import OrderedCollections

/// A resource's definition with everything in it resolved.
public struct ResolvedDefinition: Sendable, Hashable, Codable {
    /// As the template has it.
    public var type: String
    /// What stands behind the type: a type of the engine's own, or a template's name.
    public var implementation: String
    /// A map, as given: without defaults.
    public var properties: TemplateValue
    public var metadata: TemplateValue = .emptyMap
    public var updatePolicy: TemplateValue = .emptyMap
    public var deletionPolicy = DeletionPolicy.delete
    public var externalID: String?

    public var given: OrderedDictionary<String, TemplateValue> {
        if case .map(let entries) = properties { entries } else { [:] }
    }
}
