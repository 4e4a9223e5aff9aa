/// What a partition of a whole-disk image is for.
public enum PartitionRole: String, Sendable, Hashable, CaseIterable {
    /// The EFI system partition, or on BIOS machines what takes its place.
    case esp
    case root
    case configDrive = "config-drive"
}
