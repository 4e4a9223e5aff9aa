/// A moment on one host's monotonic clock, in nanoseconds since an epoch of that clock's own.
///
/// Instants of different hosts cannot be compared: their clocks drift.
public struct Instant: Sendable, Hashable, Codable, Comparable {
    public let nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    public static let epoch = Instant(nanoseconds: 0)

    public static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    public static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(nanoseconds: instant.nanoseconds + duration.nanoseconds)
    }

    /// How long it is from `earlier` to `later`; negative where they are the other way round.
    public static func - (later: Instant, earlier: Instant) -> Duration {
        .nanoseconds(later.nanoseconds - earlier.nanoseconds)
    }

    public init(from decoder: any Decoder) throws {
        nanoseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(nanoseconds)
    }
}

extension Instant: CustomStringConvertible {
    public var description: String { (self - .epoch).clockText }
}
