/// Transfers between accounts leave their sum as it is, in every reading, and no account below
/// zero.
public struct TotalsChecker: Sendable {
    /// Whether an account may be below zero.
    public enum Overdraft: Sendable, Hashable { case refused, allowed }

    static let total = "the sum of all accounts stays"
    static let negative = "no account below zero"

    /// What all accounts hold together.
    public let total: Int
    public let overdraft: Overdraft

    public init(total: Int, overdraft: Overdraft = .refused) {
        self.total = total
        self.overdraft = overdraft
    }

    public func check(_ history: History) -> Verdict {
        for reading in history.operations {
            guard case .balances(let balances)? = reading.observation else { continue }
            let sum = balances.reduce(0) { $0 + $1.amount }
            if sum != total {
                let difference = sum - total
                let way = difference > 0 ? "\(difference) too many" : "\(-difference) too few"
                return .violated(
                    Contradiction(
                        rule: Self.total, object: reading.object, operations: [reading],
                        paragraph: "\(reading.object) holds \(sum) in all and must hold \(total): "
                            + "\(way). \(reading)."))
            }
            guard overdraft == .refused, let short = balances.first(where: { $0.amount < 0 })
            else { continue }
            return .violated(
                Contradiction(
                    rule: Self.negative, object: reading.object, operations: [reading],
                    paragraph: "\(short.account) of \(reading.object) holds \(short.amount). "
                        + "\(reading)."))
        }
        return .holds
    }
}
