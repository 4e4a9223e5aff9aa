/// What kind of block device a disk is, where that keeps an installer from using or wiping it.
///
/// ironic-python-agent leaves the last three alone when it cleans.
public enum DiskMedium: String, Sendable, Hashable, Codable, CaseIterable {
    /// An ordinary disk, or a logical disk of a RAID controller.
    case disk
    /// What a controller puts into a drive that is not there; it vanishes again.
    case virtualMedia = "virtual-media"
    /// A device that was made to be read only, such as a vendor's own partition.
    case readOnly = "read-only"
    /// A member of a software RAID, which is used through its array.
    case raidMember = "raid-member"

    /// Whether an operating system may be installed on it, and whether cleaning wipes it.
    public var isInstallable: Bool { self == .disk }
}
