/// A fact that a line accepts, whatever variables stand for.
struct SpecCandidate {
    /// The fact's place in the list.
    let fact: Int
    /// Whether the fact is the line, text by text. Such facts come first, and bind nothing.
    let isLiteral: Bool
}
