/// Parameters that belong together, for those who show a form.
public struct ParameterGroup: Sendable, Hashable {
    public let label: String?
    public let description: String?
    public let parameters: [String]
}
