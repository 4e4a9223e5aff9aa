public import Hardware

/// One volume of a RAID controller, and the disks that it lies on.
public struct RAIDDescription: Sendable, Hashable {
    public static let diskLimit = 1...64

    public let level: RAIDLevel
    /// How many disks, all of one size.
    public let disks: Int
    public let size: ByteCount
    public let isRotational: Bool
}
