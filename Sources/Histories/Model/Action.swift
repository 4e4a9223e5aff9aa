/// What a client asks for.
public enum Action: Sendable, Hashable {
    /// Of a register, or of one key of a map: its value.
    case read
    /// To set a register; `nil` deletes.
    case write(Value?)
    /// To set a register to `to` if it holds `from`.
    case compareAndSet(from: Value?, to: Value?)
    /// To put an element into a set, at the end of a list, or into a queue.
    case add(Value)
    /// All elements of a set, in any order, or of a list, in its own.
    case readAll
    /// To take what comes next out of a queue.
    case take
    /// To move an amount between accounts.
    case transfer(from: String, to: String, amount: Int)
    /// The balances of all accounts.
    case readBalances
    /// Anything else that succeeds or fails, such as a login.
    case call(String)
}

extension Action {
    /// Whether it leaves everything as it is.
    public var isRead: Bool {
        switch self {
        case .read, .readAll, .readBalances: true
        case .write, .compareAndSet, .add, .take, .transfer, .call: false
        }
    }
}

extension Action: CustomStringConvertible {
    public var description: String {
        switch self {
        case .read: "read"
        case .write(let value): value.map { "write \($0)" } ?? "delete"
        case .compareAndSet(let from, let to):
            "set \(to?.text ?? "nothing") if \(from?.text ?? "nothing")"
        case .add(let value): "add \(value)"
        case .readAll: "read all"
        case .take: "take"
        case .transfer(let from, let to, let amount): "transfer \(amount) from \(from) to \(to)"
        case .readBalances: "read balances"
        case .call(let name): name
        }
    }
}
