/// A volume that a RAID controller shows to its machine as one disk.
public struct RAIDVolume: Sendable, Hashable, Codable {
    public let name: RAIDVolumeName
    public let controller: RAIDControllerName
    public let level: RAIDLevel
    public let size: ByteCount
    /// The disks it lies on, in the controller's order.
    public let disks: [RAIDDiskName]
    /// The world-wide name under which the machine sees it, as ``DiskFacts/wwn`` has it.
    public let wwn: String

    public init(
        name: RAIDVolumeName, controller: RAIDControllerName, level: RAIDLevel, size: ByteCount,
        disks: [RAIDDiskName], wwn: String
    ) {
        self.name = name
        self.controller = controller
        self.level = level
        self.size = size
        self.disks = disks
        self.wwn = wwn
    }
}
