/// How a world chooses among what is ready at the same moment.
public enum RunSchedule: String, Sendable, Hashable, Codable, CaseIterable {
    /// In the order in which it became ready.
    case fifo
    /// By a draw from the seed.
    case shuffle
}
