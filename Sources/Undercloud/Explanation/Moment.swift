public import World

/// A moment as explanations hold it. In JSON it is a decimal number of seconds since the epoch of
/// the observer's clock, and its key ends with `Seconds`.
public struct Moment: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public let instant: Instant

    public init(_ instant: Instant) { self.instant = instant }

    public var description: String { instant.description }

    public static func < (left: Moment, right: Moment) -> Bool { left.instant < right.instant }

    public init(from decoder: any Decoder) throws {
        let seconds = try decoder.singleValueContainer().decode(Double.self)
        instant = Instant(nanoseconds: Int64((seconds * 1e9).rounded()))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Double(instant.nanoseconds) / 1e9)
    }
}
