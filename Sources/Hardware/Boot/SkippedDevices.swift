/// What is left alone on a machine, whatever is done to its disks (Ironic's `skip_block_devices`).
///
/// A disk that it names is not erased, not installed on and no part of a RAID; a volume of software
/// RAID that it names outlives the removal of RAID.
public struct SkippedDevices: Sendable, Hashable, Codable {
    /// Each names all disks that are as it says.
    public let disks: [RootDeviceHints]
    public let volumes: [RAIDVolumeName]

    public init(disks: [RootDeviceHints] = [], volumes: [RAIDVolumeName] = []) {
        self.disks = disks
        self.volumes = volumes
    }

    /// The others of a machine's disks.
    ///
    /// - Throws: Where a hint cannot be held against a disk.
    public func remainder(of all: [DiskFacts]) throws(SpecificationFailure) -> [DiskFacts] {
        var skipped: [String] = []
        for hints in disks { skipped += try hints.devices(among: all).map(\.name) }
        return all.filter { !skipped.contains($0.name) }
    }
}
