/// A partition and its place on its disk.
public struct Partition: Sendable, Hashable, Codable {
    public let purpose: PartitionPurpose
    public let start: ByteCount
    public let size: ByteCount

    public init(_ purpose: PartitionPurpose, at start: ByteCount, size: ByteCount) {
        self.purpose = purpose
        self.start = start
        self.size = size
    }

    public var end: ByteCount { start + size }
}
