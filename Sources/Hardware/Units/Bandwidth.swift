/// How much data passes in a second, in bytes.
public struct Bandwidth: Sendable, Hashable, Codable, Comparable {
    public let bytesPerSecond: Double

    public init(bytesPerSecond: Double) {
        precondition(bytesPerSecond > 0, "A bandwidth is above zero; a dead link is no slow one.")
        self.bytesPerSecond = bytesPerSecond
    }

    /// Network speeds are counted in powers of ten and in bits.
    public static func gigabits(_ count: Double) -> Bandwidth {
        Bandwidth(bytesPerSecond: count * 1e9 / 8)
    }
    /// Disk speeds are counted in powers of ten and in bytes.
    public static func megabytes(_ count: Double) -> Bandwidth {
        Bandwidth(bytesPerSecond: count * 1e6)
    }

    public static func < (left: Bandwidth, right: Bandwidth) -> Bool {
        left.bytesPerSecond < right.bytesPerSecond
    }
}
