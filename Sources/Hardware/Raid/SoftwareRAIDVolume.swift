/// A volume that an operating system is to build of partitions on its machine's disks.
public struct SoftwareRAIDVolume: Sendable, Hashable, Codable {
    public let level: RAIDLevel
    /// Whole GiB of each of its disks; nil for all that is left of them (`MAX`).
    public let gibibytes: Int?
    /// Its name; the kernel's where there is none.
    public let name: RAIDVolumeName?
    /// One hint for each disk it is to lie on; nil where it lies on all of them.
    public let disks: [RootDeviceHints]?

    public init(
        level: RAIDLevel, gibibytes: Int?, name: RAIDVolumeName? = nil,
        disks: [RootDeviceHints]? = nil
    ) {
        self.level = level
        self.gibibytes = gibibytes
        self.name = name
        self.disks = disks
    }

    /// The name it has on the machine, where it is built after so many others.
    public func builtName(at index: Int) -> RAIDVolumeName {
        name ?? RAIDVolumeName("md\(index)")
    }

    /// The order in which volumes are built: whoever takes the rest comes last.
    public static func buildOrder<Element>(
        _ elements: [Element], _ volume: (Element) -> SoftwareRAIDVolume
    ) -> [Element] {
        elements.filter { volume($0).gibibytes != nil }
            + elements.filter { volume($0).gibibytes == nil }
    }
}
