/// What a good report changes about its node.
public struct IntrospectionResult: Sendable, Hashable, Codable {
    public let properties: IntrospectedProperties
    public let ports: PortChanges
}
