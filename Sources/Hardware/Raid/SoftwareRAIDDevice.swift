/// A device that a kernel has made of partitions (`mdadm --detail`).
public struct SoftwareRAIDDevice: Sendable, Hashable {
    /// Such as `/dev/md0`.
    public let name: String
    public let volume: RAIDVolumeName
    /// The names of the disks that its partitions are on (ironic-python-agent's holder disks).
    public let holders: [String]

    public init(name: String, volume: RAIDVolumeName, holders: [String]) {
        self.name = name
        self.volume = volume
        self.holders = holders
    }

    /// What people are told: its name today, and what it is called.
    public var label: String { "\(name) (\(volume))" }
}
