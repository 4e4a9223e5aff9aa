/// What of a disk is written or read.
public enum DiskArea: Sendable, Hashable {
    case wholeDisk
    case partition(PartitionPurpose)
}
