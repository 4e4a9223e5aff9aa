/// The bounds within which expressions are evaluated.
enum YaqlLimits {
    /// Of parts within each other.
    static let depth = 100
    /// Operators, points and brackets that follow one another in an expression. Each is one level
    /// deeper than those before it.
    static let links = 500
    /// Parts of an expression that are evaluated, each time counted.
    static let evaluations = 1_000_000
    /// Bytes that a value may take, each value in it counted as often as it stands there.
    static let memory = 16 << 20
    /// What a value takes beside its text.
    static let valueSize = 16
    /// Values in each other.
    static let valueDepth = 200
    /// Items that one function makes out of nothing.
    static let items = 100_000
}
