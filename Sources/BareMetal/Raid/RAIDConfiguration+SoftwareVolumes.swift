import Hardware
import World

extension RAIDConfiguration {
    /// What an agent is asked to build of it.
    var softwareVolumes: [SoftwareRAIDVolume] {
        disks.map { disk in
            var size: Int?
            if case .gibibytes(let count) = disk.size { size = count }
            var hints: [RootDeviceHints]?
            if case .hinted(let found)? = disk.disks { hints = found }
            return SoftwareRAIDVolume(
                level: disk.level, gibibytes: size, name: disk.name, disks: hints)
        }
    }
}

extension Node {
    /// Whether its machine's RAID is built by the machine's own system.
    var hasSoftwareRAID: Bool {
        guard let raid else { return false }
        if let target = raid.target { return target.isSoftware }
        return raid.volumes?.contains { $0.controller == RAIDConfiguration.software } ?? false
    }

    /// Writes down what an agent has built, which it says to be what it was told to build; the
    /// agent knows the root volume when it sees the disks, not by a hint.
    mutating func recordSoftwareRAID(_ built: RAIDConfiguration, at time: WallTime) {
        var record = raid ?? NodeRAID()
        record.volumes = zip(built.disks, built.volumeNames).map { disk, name in
            RAIDVolume(
                name: name, controller: RAIDConfiguration.software, level: disk.level,
                size: disk.bytes ?? .zero, disks: [], wwn: "")
        }
        record.updated = time
        raid = record
        guard let root = built.root else { return }
        if let size = root.bytes { properties.localDisk = size }
        properties.capabilities[RAIDRecord.levelCapability] = root.level.rawValue
    }

    /// Writes down that there is none any more; a hint for the root device meant one of its
    /// volumes.
    mutating func forgetSoftwareRAID(at time: WallTime) {
        raid?.volumes = []
        raid?.updated = time
        rootDevice = nil
    }
}

extension LogicalDisk {
    /// Nil for all that is left.
    fileprivate var bytes: ByteCount? {
        guard case .gibibytes(let count) = size else { return nil }
        return .gibibytes(Int64(count))
    }
}
