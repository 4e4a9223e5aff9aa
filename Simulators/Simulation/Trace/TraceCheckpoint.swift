/// The hash of a run after its first `count` events.
public struct TraceCheckpoint: Sendable, Hashable, Codable {
    public let count: Int64
    public let hash: UInt64
}
