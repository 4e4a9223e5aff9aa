/// Bounds that no template of a person reaches.
enum JinjaLimits {
    /// Rounds of all loops of one rendering, and items that `range` makes.
    static let rounds = 200_000
    /// Statements and brackets in each other.
    static let depth = 200
    /// Templates that include each other, and blocks and macros that call each other.
    static let calls = 100
}
