/// Why a template or an environment cannot be used: everything that is wrong with it.
public struct TemplateError: Error, Sendable, Hashable {
    /// In the order they were found; never empty.
    public let problems: [TemplateProblem]

    public init(_ problems: [TemplateProblem]) {
        precondition(!problems.isEmpty, "An error tells at least one problem.")
        self.problems = problems
    }

    public init(_ problem: TemplateProblem) { problems = [problem] }

    /// The same text is wrong the next time too.
    public var isTransient: Bool { false }
}

extension TemplateError: CustomStringConvertible {
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
