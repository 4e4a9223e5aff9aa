/// What two runs are compared by. Small enough to be handed between processes.
public struct TraceSummary: Sendable, Hashable, Codable {
    /// Events in all.
    public let count: Int64
    /// The hash after the last one.
    public let hash: UInt64
    /// Hashes along the way, evenly spread.
    public let checkpoints: [TraceCheckpoint]

    /// Where the first difference between two runs lies: after the last checkpoint they share, up
    /// to and including the next one. Nil where the runs are the same.
    ///
    /// A third and a fourth run that record this window show the event itself.
    public func divergence(from other: TraceSummary) -> ClosedRange<Int64>? {
        if self == other || (hash == other.hash && count == other.count) { return nil }
        let others = Dictionary(uniqueKeysWithValues: other.checkpoints.map { ($0.count, $0.hash) })
        var lastEqual: Int64 = 0
        for checkpoint in checkpoints {
            guard let hash = others[checkpoint.count] else { continue }
            if hash != checkpoint.hash { return lastEqual + 1...checkpoint.count }
            lastEqual = checkpoint.count
        }
        // Where one run is the beginning of the other, they differ in the event after it.
        let end = count == other.count ? count : min(count, other.count) + 1
        return lastEqual + 1...end
    }
}
