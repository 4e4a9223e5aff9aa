/// One thing that is wrong with a template or an environment.
public struct TemplateProblem: Error, Sendable, Hashable {
    public let place: TemplatePlace
    /// What was found and what was expected.
    public let message: String

    public init(_ place: TemplatePlace, _ message: String) {
        self.place = place
        self.message = message
    }

    /// The same text is wrong the next time too.
    public var isTransient: Bool { false }
}

extension TemplateProblem: CustomStringConvertible {
    public var description: String { "\(place): \(message)" }
}
