public import Hardware

/// One partition on a disk, and whether its contents are what the image promises.
public struct DiskPartition: Sendable, Hashable {
    public enum Condition: String, Sendable, Hashable {
        case whole
        /// The write ended before or inside it.
        case torn
        /// All of it was written, but not what the image holds.
        case damaged
    }

    public let role: PartitionRole
    public let size: ByteCount
    /// The checksum of what is there now, which for a whole one is derived from the image's.
    public let digest: ImageDigest
    public let condition: Condition
}
