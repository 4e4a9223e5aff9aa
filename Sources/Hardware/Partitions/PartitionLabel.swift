/// The form of a partition table (parted's labels).
public enum PartitionLabel: String, Sendable, Hashable, Codable, CaseIterable {
    case gpt
    case msdos
}
