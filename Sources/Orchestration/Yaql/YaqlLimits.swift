/// The bounds within which expressions are evaluated.
enum YaqlLimits {
    /// Of parts within each other.
    static let depth = 100
    /// Parts of an expression that are evaluated, each time counted.
    static let evaluations = 1_000_000
    /// Items that one function makes out of nothing.
    static let items = 100_000
}
