/// What several templates came to.
public struct MergedTemplate: Sendable {
    public let template: TemplateValue
    /// Where templates contradict each other; the first of them holds.
    public let conflicts: [TemplateProblem]
}
