/// How the next job is chosen among those ready at the same instant.
public enum Schedule: Sendable, Hashable {
    /// In the order they became ready.
    case fifo
    /// By a draw from the seed, all equally likely.
    case shuffle
    /// By priorities drawn from the seed, a task each, that change now and then
    /// (``PCTDepth`` says how often): it finds a bug that takes a few unlucky orders of tasks,
    /// which a shuffle of every job all but never lines up.
    case pct(PCTDepth)
}

extension Schedule: CaseIterable {
    /// One of each kind.
    public static let allCases: [Schedule] = [.fifo, .shuffle, .pct(.standard)]
}

extension Schedule: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fifo: "fifo"
        case .shuffle: "shuffle"
        case .pct(let depth): "pct of depth \(depth.orderings)"
        }
    }
}
