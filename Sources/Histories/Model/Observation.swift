/// What an operation that succeeded told its client.
public enum Observation: Sendable, Hashable {
    /// That it is done.
    case done
    /// What a register holds, or what was taken from a queue; `nil` if nothing is there.
    case value(Value?)
    /// That a register did not hold what was to be exchanged, so nothing was.
    case mismatch
    /// What a set or list holds, in its own order.
    case elements([Value])
    /// What accounts hold, by name, in the order they were told.
    case balances([Balance])

    /// What one account holds.
    public struct Balance: Sendable, Hashable {
        public let account: String
        public let amount: Int

        public init(_ account: String, _ amount: Int) {
            self.account = account
            self.amount = amount
        }
    }
}
