public import Hardware

/// A RAID controller as it was bought: the disks behind it, and the volumes it came with.
///
/// What runs on the machine sees the volumes, each as one disk, and never the disks.
public struct RAIDControllerSpecification: Sendable, Hashable {
    public let name: RAIDControllerName
    /// In the order of their bays.
    public let disks: [RAIDDisk]
    /// In the order they were built in; the firmware tries them in it.
    public let volumes: [RAIDVolumeRequest]

    public init(name: RAIDControllerName, disks: [RAIDDisk], volumes: [RAIDVolumeRequest] = []) {
        precondition(
            disks.allSatisfy { $0.controller == name }
                && volumes.allSatisfy { $0.controller == name },
            "A controller has its own disks and volumes only.")
        precondition(Set(disks.map(\.name)).count == disks.count, "Bays have different names.")
        self.name = name
        self.disks = disks
        self.volumes = volumes
    }
}
