/// How a policy changes the size of a group: pure.
enum Adjustment: String, Sendable {
    case change = "change_in_capacity"
    case exact = "exact_capacity"
    case percent = "percent_change_in_capacity"

    /// - Parameter least: by how many a percentage changes the size at least.
    func size(from current: Int, by amount: Double, least: Int?) -> Int {
        switch self {
        case .exact: return Int(amount)
        case .change: return current + Int(amount)
        case .percent:
            let change = Double(current) * amount / 100
            // Less than one is one; more is rounded towards nothing.
            var whole = abs(change) < 1 ? (change > 0 ? 1 : -1) : Int(change)
            if change == 0 { whole = 0 }
            if let least, abs(whole) < least { whole = whole > 0 ? least : -least }
            return current + whole
        }
    }
}
