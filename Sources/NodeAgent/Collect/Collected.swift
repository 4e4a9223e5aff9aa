/// What a source says in a round.
package enum Collected: Sendable, Hashable {
    case documents([CollectedDocument])
    /// It has nothing to say now, and why. Its files stay what they are.
    case unavailable(String)
    /// Nobody has told where it is, and what is missing.
    case unconfigured(String)

    /// Nil where it says nothing.
    package var documents: [CollectedDocument]? {
        if case .documents(let documents) = self { documents } else { nil }
    }
}
