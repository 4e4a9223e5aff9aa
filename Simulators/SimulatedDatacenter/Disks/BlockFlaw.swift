import Hardware

/// A block on a disk that does not hold what was meant to be there.
struct BlockFlaw: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable {
        /// It arrived damaged, where starting needs it.
        case damaged
        /// It arrived damaged, where starting does not need it.
        case damagedUnseen = "damaged where starting does not look"
        /// It changed while nobody looked.
        case rotten
        /// Only a part of it was written.
        case torn
        /// Its write was acknowledged and never happened.
        case lost
        /// It was overwritten with what belongs elsewhere.
        case overwritten
        /// The disk cannot read it.
        case unreadable
    }

    let kind: Kind
    let partition: PartitionRole
    /// Within the partition.
    let offset: ByteCount

    /// Why a machine does not start that needs the block; nil where it starts all the same.
    ///
    /// A start finds damage by the file system's own checksums. What came to be after the image
    /// was written is found by the hash tree that the image carries.
    var hindrance: String? {
        switch (kind, partition) {
        case (.damagedUnseen, _), (.damaged, .configDrive): nil
        case (.damaged, _): "the \(partition.rawValue) file system is damaged"
        case (.unreadable, _): "the block at \(offset) of \(partition.rawValue) cannot be read"
        case (.rotten, _), (.torn, _), (.lost, _), (.overwritten, _):
            "the block at \(offset) of \(partition.rawValue) fails its checksum"
        }
    }
}
