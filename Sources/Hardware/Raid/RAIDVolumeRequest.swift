/// A volume that a controller is asked to build.
public struct RAIDVolumeRequest: Sendable, Hashable, Codable {
    /// What it is to be called. A controller refuses a second volume of the same name.
    public let name: RAIDVolumeName
    public let controller: RAIDControllerName
    public let level: RAIDLevel
    /// How large; nil for all that the disks have left.
    public let size: ByteCount?
    /// The disks it is to lie on.
    public let disks: [RAIDDiskName]

    public init(
        name: RAIDVolumeName, controller: RAIDControllerName, level: RAIDLevel, size: ByteCount?,
        disks: [RAIDDiskName]
    ) {
        self.name = name
        self.controller = controller
        self.level = level
        self.size = size
        self.disks = disks
    }
}
