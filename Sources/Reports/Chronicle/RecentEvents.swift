public import World

/// The last things told of one subject.
public struct RecentEvents: Sendable {
    private var ring: [JournalEntry] = []
    private var start = 0

    public init() {}

    mutating func add(_ entry: JournalEntry) {
        if ring.count < ChronicleLimits.recentEvents { return ring.append(entry) }
        ring[start] = entry
        start = (start + 1) % ring.count
    }

    /// Oldest first.
    public var entries: [JournalEntry] { Array(ring[start...] + ring[..<start]) }
}
