/// An amount of data, in bytes.
public struct ByteCount: Sendable, Hashable, Codable, Comparable {
    public let bytes: Int64

    public init(bytes: Int64) {
        precondition(bytes >= 0, "An amount of data is not negative.")
        self.bytes = bytes
    }

    public static let zero = ByteCount(bytes: 0)
    public static func mebibytes(_ count: Int64) -> ByteCount { ByteCount(bytes: count << 20) }
    public static func gibibytes(_ count: Int64) -> ByteCount { ByteCount(bytes: count << 30) }

    /// Whole mebibytes, rounded down.
    public var mebibytes: Int64 { bytes >> 20 }
    /// Whole gibibytes, rounded down.
    public var gibibytes: Int64 { bytes >> 30 }

    public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }
    public static func + (left: ByteCount, right: ByteCount) -> ByteCount {
        ByteCount(bytes: left.bytes + right.bytes)
    }

    public init(from decoder: any Decoder) throws {
        bytes = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }
}

extension ByteCount: CustomStringConvertible {
    public var description: String {
        if bytes >= 1 << 30, bytes & (1 << 30 - 1) == 0 { return "\(gibibytes) GiB" }
        if bytes >= 1 << 20 { return "\(mebibytes) MiB" }
        return "\(bytes) B"
    }
}
