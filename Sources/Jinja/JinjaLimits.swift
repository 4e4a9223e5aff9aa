/// Bounds that no template of a person reaches.
enum JinjaLimits {
    /// Rounds of all loops of one rendering, and items that `range` makes.
    static let rounds = 200_000
    /// Statements and brackets in each other, and values in values.
    static let depth = 200
    /// Operators, points, brackets and filters that follow one another in one tag. Each is one
    /// level deeper than those before it.
    static let links = 500
    /// Statements and expressions within each other while a template is rendered, through all that
    /// it calls and includes.
    static let levels = 1_000
    /// Bytes of a text.
    static let text = 16 << 20
    /// Values in a value, one that stands in several places as often.
    static let values = 200_000
    /// Templates that include each other, and blocks and macros that call each other.
    static let calls = 100
}
