import Documents
public import Hardware
public import World

/// The machine under an agent's hands (ironic-python-agent's hardware manager).
public protocol HardwareAccess: Sendable {
    func facts() async throws(HardwareAccessError) -> MachineFacts

    /// What an introspection is sent: a document in JSON, with ironic-python-agent's `inventory`
    /// and what its collectors found beside it (`data` of the `hardware` tool, `lldp_raw`,
    /// `pci_devices`).
    func report(for order: InspectionOrder) async throws(HardwareAccessError) -> String

    /// Fetches an image and writes it over a disk or a partition of it, as it comes in.
    ///
    /// - Returns: the digest of what arrived and was handed to the disk, which may not be what was
    ///   asked for. What the disk made of it is another matter.
    func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts, over area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest

    /// Reads as much of a disk, or of a partition of it, as an image takes, past every cache, and
    /// returns the digest of it.
    func readBack(
        _ image: ImageReference, from disk: DiskFacts, in area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest

    /// The partitions that are on a disk; nil where it holds no table of ours.
    func partitionTable(of disk: DiskFacts) async throws(HardwareAccessError) -> PartitionTable?

    /// Wipes what a disk held and divides it.
    func makePartitions(
        _ table: PartitionTable, on disk: DiskFacts
    ) async throws(HardwareAccessError)

    /// Makes an empty file system, or swap space, on a partition.
    func makeFileSystem(
        _ format: String, on partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError)

    /// Wipes the signatures of one partition, and nothing else on its disk.
    func wipe(
        _ partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError)

    /// Wipes the partition table and signatures of one disk.
    func eraseMetadata(of disk: DiskFacts) async throws(HardwareAccessError)

    /// Whether a disk holds partition tables or signatures of file systems.
    func holdsSignatures(_ disk: DiskFacts) async throws(HardwareAccessError) -> Bool

    /// How a disk can be erased.
    func erasability(of disk: DiskFacts) async throws(HardwareAccessError) -> DiskErasability

    /// Has a disk erase itself. One with ATA security needs its password set before.
    func secureErase(_ disk: DiskFacts, by method: SecureErase) async throws(HardwareAccessError)

    /// Sets ``SecurityPassword/null``, without which a disk does not erase itself.
    func setSecurityPassword(of disk: DiskFacts) async throws(HardwareAccessError)

    /// Tries to unlock a disk; whether that helped its ``erasability(of:)`` tells.
    func unlock(
        _ disk: DiskFacts, with password: SecurityPassword
    ) async throws(HardwareAccessError)

    /// Overwrites every byte of a disk (shred).
    func overwrite(_ disk: DiskFacts) async throws(HardwareAccessError)

    /// The devices that the operating system has made of partitions, those that are broken too.
    func softwareRAID() async throws(HardwareAccessError) -> [SoftwareRAIDDevice]

    /// Divides disks and makes devices of their partitions.
    func buildSoftwareRAID(_ plan: SoftwareRAIDPlan) async throws(HardwareAccessError)

    /// Wipes a device, stops it, and removes its superblocks from its partitions.
    func removeSoftwareRAID(_ device: SoftwareRAIDDevice) async throws(HardwareAccessError)

    /// Flushes what is not written yet and switches the machine off from inside.
    func powerOff() async throws(HardwareAccessError)

    /// Gives the ramdisk's own system a password to log in with.
    func admitRescuer(with password: RescuePassword) async throws(HardwareAccessError)
}

extension HardwareAccess {
    /// The inventory alone: of hardware that has no collectors.
    public func report(for order: InspectionOrder) async throws(HardwareAccessError) -> String {
        let document: DocumentValue = ["inventory": try await facts().inventory]
        return document.json
    }
}
