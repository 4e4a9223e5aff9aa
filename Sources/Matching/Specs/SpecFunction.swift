/// The functions of the match language.
enum SpecFunction: String {
    case gt
    case ge
    case lt
    case le
    case range
    case `in`
    case network
    case regexp
    case not
    case and
    case or

    /// How many arguments it takes; nil for any number.
    var arity: Int? {
        switch self {
        case .gt, .ge, .lt, .le, .network, .regexp, .not: 1
        case .range, .and, .or: 2
        case .in: nil
        }
    }
}
