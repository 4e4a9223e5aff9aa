public import BareMetal
public import Hardware
public import Plans

/// Machines of one kind in one rack.
public struct MachineGroup: Sendable, Hashable {
    /// What the names of machines start with where a group does not say.
    public static let usualPrefix = "machine"
    public static let countLimit = 1...100_000
    public static let processorLimit = 1...4096

    /// As many as there are machines; no other group of the scenario has one of them.
    public let names: [NodeName]
    public let rack: RackName
    public let processors: Int
    public let memory: ByteCount
    /// What a kernel sees by itself; none only where ``raid`` has volumes.
    public let disks: [DiskDescription]
    /// The volumes of the machines' RAID controller, each on disks of its own that no kernel sees.
    /// They come after ``disks``. Empty for machines without such a controller.
    public let raid: [RAIDDescription]
    /// The profile the inventory is to give the machines.
    public let profile: ProfileName?
    public let rootDevice: RootDeviceHints?
    public let model: MachineModel
    /// What is on the volume that each of them starts from in place of a disk; nil for machines
    /// without one.
    public let volume: ImageName?
    /// Which conductors may manage the machines.
    public let conductorGroup: ConductorGroup
    /// How their operator wants their disks laid into volumes; nil where that is not said.
    public let targetRAID: RAIDConfiguration?
    /// What their operator wants left alone.
    public let skippedDevices: SkippedDevices?
    /// Whether the machines may be switched off.
    public let offSwitch: OffSwitch
    /// What flavors may ask for.
    public let traits: [Trait]
    /// What is spoken to the machines' controllers on the wire, by the real client and the real
    /// server; nil where calls reach them as they are.
    public let wire: ManagementProtocol?
}
