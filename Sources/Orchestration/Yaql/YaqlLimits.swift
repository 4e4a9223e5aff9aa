/// The bounds within which expressions are evaluated.
enum YaqlLimits {
    /// Of parts within each other.
    static let depth = 100
    /// Operators, points and brackets that follow one another in an expression. Each is one level
    /// deeper than those before it.
    static let links = 500
    /// Parts of an expression that are evaluated, each time counted.
    static let evaluations = 1_000_000
    /// Items that one function makes out of nothing.
    static let items = 100_000

    /// - Parameter text: nil where it would be longer than texts may be.
    static func checked(_ text: String?) throws(YaqlError) -> String {
        guard let text else { throw YaqlError("it makes too large a value") }
        return text
    }
}
