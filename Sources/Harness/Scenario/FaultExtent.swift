/// How many of the machines a target names are hit.
public enum FaultExtent: Sendable, Hashable {
    /// So many, drawn by the run's seed; all of them where there are fewer.
    case drawn(Int)
    case all
}
