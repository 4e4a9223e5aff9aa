/// What a client is told of its transaction.
public enum GaleraAnswer: Sendable, Hashable {
    case value(String?)
    case done
    /// The row did not hold what was to be exchanged.
    case mismatch
    /// It was rolled back and has had no effect: a deadlock that certification found, or a node
    /// that is not prepared.
    case failed(String)
    /// The node left the primary component with the transaction under way.
    case unknown(String)
}
