/// That one part of a template needs a resource, or an attribute of it.
public struct ResourceReference: Sendable, Hashable {
    /// What of the resource is needed.
    public enum Aspect: Sendable, Hashable {
        /// What names it to others.
        case identity
        /// An attribute, and the way into it.
        case attribute(String, path: [TemplateValue])
        case allAttributes
    }

    public let resource: String
    public let aspect: Aspect
    public let place: TemplatePlace
}
