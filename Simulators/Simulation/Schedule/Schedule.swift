/// How the next job is chosen among those ready at the same instant.
public enum Schedule: String, Sendable, Hashable, CaseIterable {
    /// In the order they became ready.
    case fifo
    /// By a draw from the seed, all equally likely.
    case shuffle
}
