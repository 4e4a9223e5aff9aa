/// How long the parts of a simulated store take: a replicated database on local flash.
public struct StoreTiming: Sendable {
    /// One way between a process and the store.
    public var latency: ClosedRange<Duration> = .microseconds(100)...(.microseconds(600))
    /// From the start of a flush until one member's disk has it.
    public var flush: ClosedRange<Duration> = .milliseconds(1)...(.milliseconds(6))
    /// Longest that a relaxed commit is in memory only.
    public var relaxedFlushInterval: Duration = .seconds(1)
    /// What a new member needs besides the copying itself.
    public var joining: ClosedRange<Duration> = .seconds(2)...(.seconds(5))
    /// What a new member needs for each document that it copies.
    public var copyingPerDocument: Duration = .microseconds(200)
    /// From the moment a copy goes bad until its host finds that out by itself: every host reads
    /// its copy through in rounds.
    public var scrubbing: ClosedRange<Duration> = .seconds(1)...(.seconds(120))
    /// What a last member needs to serve again from its own disk.
    public var recovery: ClosedRange<Duration> = .seconds(1)...(.seconds(4))

    public init() {}
}
