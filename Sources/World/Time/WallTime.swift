/// What a host believes the date to be: a duration since 1970-01-01T00:00:00Z.
///
/// It may be wrong, and it may jump. It is for people and certificates, never for timeouts.
public struct WallTime: Sendable, Hashable, Codable, Comparable {
    public let sinceEpoch: Duration

    public init(sinceEpoch: Duration) { self.sinceEpoch = sinceEpoch }

    public static func < (left: WallTime, right: WallTime) -> Bool {
        left.sinceEpoch < right.sinceEpoch
    }
}
