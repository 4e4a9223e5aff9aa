/// What a machine's RAID controllers have: their disks, and the volumes on them.
public struct RAIDInventory: Sendable, Hashable, Codable {
    public let controllers: [RAIDControllerName]
    /// In the order of their bays.
    public let disks: [RAIDDisk]
    /// In the order they were built in.
    public let volumes: [RAIDVolume]

    public init(
        controllers: [RAIDControllerName], disks: [RAIDDisk], volumes: [RAIDVolume]
    ) {
        self.controllers = controllers
        self.disks = disks
        self.volumes = volumes
    }
}
