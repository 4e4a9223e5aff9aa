/// Bugs planted in a store, for scenarios that show that a checker can fail. Never set otherwise.
public struct StoreDefects: Sendable {
    /// How long a store that loses durable commits keeps them in memory only.
    static let forgetfulFlushInterval: Duration = .seconds(60)

    /// Transactions are committed whether or not their conditions hold, so two replicas both take
    /// a lease or a lock: a planted bug that the checkers "a lock has one holder" and "at most one
    /// leader acts" must catch.
    public var ignoresConditions = false
    /// Durable commits are acknowledged from memory and flushed once a minute, so that a loss of
    /// all members takes what was promised: a planted bug that the checker "no lost intent" must
    /// catch.
    public var losesDurableCommits = false

    public init() {}
}
