/// A word of a YAQL expression.
enum YaqlToken: Sendable, Hashable {
    case string(String)
    case integer(Int)
    case real(Double)
    /// `$`, or `$name`, without its sign.
    case variable(String)
    /// A name that an opening parenthesis follows at once; both are meant.
    case function(String)
    case word(String)
    /// An operator, a bracket or a comma.
    case symbol(String)
}
