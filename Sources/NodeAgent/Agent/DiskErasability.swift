public import Hardware

/// What stands in the way of erasing a disk, and what helps.
public struct DiskErasability: Sendable, Hashable {
    /// How a disk can erase itself.
    public enum SecureErase: Sendable, Hashable {
        case unsupported
        case ata(ATASecurity)
        case nvme(NVMeFormat)
    }

    public let isReadOnly: Bool
    /// Whether the operating system's own RAID lies on it: its members are erased with the volume.
    public let isRAIDMember: Bool
    public let secureErase: SecureErase

    public init(isReadOnly: Bool, isRAIDMember: Bool, secureErase: SecureErase) {
        self.isReadOnly = isReadOnly
        self.isRAIDMember = isRAIDMember
        self.secureErase = secureErase
    }
}
