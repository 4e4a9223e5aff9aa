/// A disk behind a RAID controller, by the controller's name for its bay: `Disk.Bay.0`.
public struct RAIDDiskName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
