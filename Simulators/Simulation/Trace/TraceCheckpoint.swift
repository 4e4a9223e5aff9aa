/// The hash of a run after its first `count` events.
public struct TraceCheckpoint: Sendable, Hashable, Codable {
    /// How many events the hash covers.
    public let count: Int64
    /// The hash after them.
    public let hash: UInt64
}
