/// Everything wrong with what somebody wrote, in the order in which it stands in the files.
public struct InputProblems: Error, Hashable {
    /// At least one.
    public let problems: [InputProblem]

    public init(_ problems: [InputProblem]) {
        precondition(!problems.isEmpty, "Input without a problem was called wrong.")
        self.problems = problems
    }

    /// The same file stays wrong until somebody changes it.
    public var isTransient: Bool { false }
}

extension InputProblems: CustomStringConvertible {
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
