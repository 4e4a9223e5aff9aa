/// How a machine's root device is chosen: by its RAID, by hints, or by size
/// (ironic-python-agent's `get_os_install_device`).
public struct RootDeviceChoice: Sendable, Hashable, Codable {
    /// What a volume of software RAID is to a system that is installed.
    public enum Use: String, Sendable, Hashable, Codable {
        /// It is the root device, whatever the hints say (`is_root_volume` of true).
        case root
        /// Neither it nor a disk behind it is (`is_root_volume` of false).
        case barred
    }

    public var hints: RootDeviceHints?
    public var skipped: SkippedDevices?
    /// Volumes of software RAID that are one or the other; most are neither.
    public var volumes: [Volume]

    public struct Volume: Sendable, Hashable, Codable {
        public let name: RAIDVolumeName
        public let use: Use

        public init(_ name: RAIDVolumeName, _ use: Use) {
            self.name = name
            self.use = use
        }
    }

    public init(
        hints: RootDeviceHints? = nil, skipped: SkippedDevices? = nil, volumes: [Volume] = []
    ) {
        self.hints = hints
        self.skipped = skipped
        self.volumes = volumes
    }

    /// The disk to install on; nil where none will do.
    ///
    /// - Parameters:
    ///   - disks: all of the machine's, its arrays among them.
    ///   - arrays: the software RAID that there is.
    public func device(
        among disks: [DiskFacts], with arrays: [SoftwareRAIDDevice] = []
    ) -> DiskFacts? {
        if let root = volumes.first(where: { $0.use == .root }) {
            return arrays.first { $0.volume == root.name }
                .flatMap { array in disks.first { $0.name == array.name } }
        }
        guard var left = try? skipped?.remainder(of: disks) ?? disks else { return nil }
        let kept = skipped?.volumes ?? []
        for array in arrays {
            if kept.contains(array.volume) { left.removeAll { $0.name == array.name } }
            guard volumes.contains(Volume(array.volume, .barred)) else { continue }
            left.removeAll { $0.name == array.name || array.holders.contains($0.name) }
        }
        return (hints ?? RootDeviceHints()).rootDevice(among: left)
    }
}
