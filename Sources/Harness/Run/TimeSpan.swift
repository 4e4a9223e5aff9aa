/// A length of time as reports hold it: whole nanoseconds, as instants are.
///
/// In JSON it is a decimal number of seconds, and its key ends with `Seconds`. Up to 2⁵³
/// nanoseconds, which are 104 days, nothing is lost on the way there and back.
public struct TimeSpan: Sendable, Hashable, Codable, Comparable {
    public let nanoseconds: Int64

    public init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    public var duration: Duration { .nanoseconds(nanoseconds) }

    public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    public init(from decoder: any Decoder) throws {
        let seconds = try decoder.singleValueContainer().decode(Double.self)
        nanoseconds = Int64((seconds * 1e9).rounded())
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Double(nanoseconds) / 1e9)
    }
}
