/// What `resource_facade` gives: what the parent's template says of the resource.
public struct StackFacade: Sendable, Hashable, Codable {
    public let metadata: TemplateValue
    public let deletionPolicy: String
    public let updatePolicy: TemplateValue
}
