/// What a checker found in a history.
public enum Verdict: Sendable, Hashable {
    /// What it looks for holds.
    case holds
    /// It does not.
    case violated(Contradiction)
    /// A named limit was met before it was known; which, and how far the checker came.
    case undecided(String)

    public var isViolated: Bool { contradiction != nil }

    public var contradiction: Contradiction? {
        if case .violated(let contradiction) = self { contradiction } else { nil }
    }
}

extension Verdict: CustomStringConvertible {
    public var description: String {
        switch self {
        case .holds: "holds"
        case .violated(let contradiction): contradiction.paragraph
        case .undecided(let reason): "undecided: \(reason)"
        }
    }
}
