public import Hardware

/// The software RAID that an agent is told to build.
public struct SoftwareRAIDOrder: Codable, Sendable, Hashable {
    /// What is done about RAID that is there already.
    public enum Existing: String, Codable, Sendable, Hashable {
        /// Its disks cannot be divided anew, so that nothing is built on them.
        case stays
        /// It is removed first.
        case goes
    }

    public let volumes: [SoftwareRAIDVolume]
    /// The form of the partition tables; nil for what the machine's boot mode takes.
    public let label: PartitionLabel?
    public let existing: Existing
    /// What is left alone all the same.
    public let skipped: SkippedDevices?

    public init(
        _ volumes: [SoftwareRAIDVolume], label: PartitionLabel? = nil,
        existing: Existing = .stays, sparing skipped: SkippedDevices? = nil
    ) {
        self.volumes = volumes
        self.label = label
        self.existing = existing
        self.skipped = skipped
    }
}
