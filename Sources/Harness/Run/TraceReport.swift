/// What two runs are compared by. Small enough to be handed between processes.
public struct TraceReport: Sendable, Hashable, Codable {
    /// The hash of a run after its first `count` events.
    public struct Checkpoint: Sendable, Hashable, Codable {
        public let count: Int64
        public let hash: UInt64

        public init(count: Int64, hash: UInt64) {
            self.count = count
            self.hash = hash
        }
    }

    /// Sixteen hexadecimal digits.
    public let hash: String
    public let events: Int64
    /// In order of count.
    public let checkpoints: [Checkpoint]
    /// The events of the window that was asked for, in words.
    public let recorded: [TracedMoment]

    public init(
        hash: String, events: Int64, checkpoints: [Checkpoint], recorded: [TracedMoment] = []
    ) {
        self.hash = hash
        self.events = events
        self.checkpoints = checkpoints
        self.recorded = recorded
    }

    /// Where the first difference between two runs lies: after the last checkpoint they share, up
    /// to and including the next one. Nil where the runs are the same.
    public func divergence(from other: TraceReport) -> ClosedRange<Int64>? {
        if hash == other.hash && events == other.events { return nil }
        let others = Dictionary(uniqueKeysWithValues: other.checkpoints.map { ($0.count, $0.hash) })
        var lastEqual: Int64 = 0
        for checkpoint in checkpoints {
            guard let hash = others[checkpoint.count] else { continue }
            if hash != checkpoint.hash { return lastEqual + 1...checkpoint.count }
            lastEqual = checkpoint.count
        }
        return lastEqual + 1...max(events, other.events, lastEqual + 1)
    }

    /// The first recorded events that differ, one of each run; nil where none does. One of them
    /// is nil where its run had ended.
    public func firstDifference(
        from other: TraceReport
    ) -> (TracedMoment?, TracedMoment?)? {
        for index in 0..<max(recorded.count, other.recorded.count) {
            let mine = index < recorded.count ? recorded[index] : nil
            let theirs = index < other.recorded.count ? other.recorded[index] : nil
            if mine != theirs { return (mine, theirs) }
        }
        return nil
    }
}
