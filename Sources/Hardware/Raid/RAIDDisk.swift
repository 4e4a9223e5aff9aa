/// A physical disk as the RAID controller in front of it tells it.
public struct RAIDDisk: Sendable, Hashable, Codable {
    /// What it is made of (Ironic's `disk_type`).
    public enum Medium: String, Sendable, Hashable, Codable, CaseIterable {
        case hdd, ssd
    }

    /// How it is attached (Ironic's `interface_type`).
    public enum Attachment: String, Sendable, Hashable, Codable, CaseIterable {
        case sata, scsi, sas
    }

    public let name: RAIDDiskName
    public let controller: RAIDControllerName
    public let size: ByteCount
    public let medium: Medium
    public let attachment: Attachment
    /// False where the controller has given the disk up.
    public let isHealthy: Bool

    public init(
        name: RAIDDiskName, controller: RAIDControllerName, size: ByteCount, medium: Medium,
        attachment: Attachment, isHealthy: Bool = true
    ) {
        self.name = name
        self.controller = controller
        self.size = size
        self.medium = medium
        self.attachment = attachment
        self.isHealthy = isHealthy
    }
}
