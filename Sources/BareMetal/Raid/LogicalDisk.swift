public import Hardware

/// One volume that a RAID configuration asks for (an entry of Ironic's `logical_disks`).
public struct LogicalDisk: Sendable, Hashable, Codable {
    public enum Size: Sendable, Hashable, Codable {
        case gibibytes(Int)
        /// All that is left over (`MAX`).
        case rest
    }

    /// The disks it is to lie on.
    public enum Disks: Sendable, Hashable, Codable {
        /// By the controller's names.
        case named([RAIDDiskName])
        /// By hints, one for each disk, as software RAID takes them.
        case hinted([RootDeviceHints])
    }

    public let level: RAIDLevel
    public let size: Size
    /// Its name; made up where there is none.
    public var name: RAIDVolumeName?
    /// Whether instances go to it, or may not (`is_root_volume`); nil where nothing is said.
    public var rootUse: RootDeviceChoice.Use?
    /// Whether others may lie on the same disks.
    public var sharesDisks = false
    public var medium: RAIDDisk.Medium?
    public var attachment: RAIDDisk.Attachment?
    /// How many disks; the fewest that the level needs where nothing is said.
    public var diskCount: Int?
    /// Who builds it; any that can where nothing is said.
    public var controller: RAIDControllerName?
    public var disks: Disks?

    public init(level: RAIDLevel, size: Size) {
        self.level = level
        self.size = size
    }

    /// Whether instances go to it.
    public var isRoot: Bool {
        get { rootUse == .root }
        set { rootUse = newValue ? .root : nil }
    }
}
