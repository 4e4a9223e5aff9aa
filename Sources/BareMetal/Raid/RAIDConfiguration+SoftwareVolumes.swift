import Hardware
import NodeAgent
import World

extension RAIDConfiguration {
    /// What an agent is asked to build of it.
    var softwareVolumes: [SoftwareRAIDVolume] { disks.map(\.softwareVolume) }

    /// Which volumes are the root device, or are not, by the names that they get.
    var rootVolumes: [RootDeviceChoice.Volume] {
        let built = SoftwareRAIDVolume.buildOrder(disks, \.softwareVolume)
        return built.enumerated().compactMap { index, disk in
            disk.rootUse.map {
                RootDeviceChoice.Volume(disk.softwareVolume.builtName(at: index), $0)
            }
        }
    }
}

extension LogicalDisk {
    fileprivate var softwareVolume: SoftwareRAIDVolume {
        var size: Int?
        if case .gibibytes(let count) = self.size { size = count }
        var hints: [RootDeviceHints]?
        if case .hinted(let found)? = disks { hints = found }
        return SoftwareRAIDVolume(level: level, gibibytes: size, name: name, disks: hints)
    }
}

extension Node {
    /// Whether its machine's RAID is the agent's to build and remove: where its `raid_interface`
    /// says so, or where nothing is said and a configuration is for that.
    var hasSoftwareRAID: Bool {
        if let interface = driverSettings?.interfaces["raid_interface"] {
            return interface == "agent"
        }
        guard let raid else { return false }
        return raid.target?.isSoftware ?? (raid.software != nil)
    }

    /// Where its images go.
    var rootDeviceChoice: RootDeviceChoice {
        RootDeviceChoice(
            hints: rootDevice, skipped: skippedDevices,
            volumes: raid?.software?.rootVolumes ?? [])
    }

    /// What an agent is told to build. The tables' form is the one that the node's capabilities ask
    /// for (`disk_label`).
    func softwareRAIDOrder(
        _ configuration: RAIDConfiguration, existing: SoftwareRAIDOrder.Existing
    ) -> SoftwareRAIDOrder {
        SoftwareRAIDOrder(
            configuration.softwareVolumes,
            label: properties.capabilities["disk_label"].flatMap(PartitionLabel.init),
            existing: existing, sparing: skippedDevices)
    }

    /// Writes down what an agent has built, which it says to be what it was told to build; the
    /// agent knows the root volume when it sees the disks, not by a hint.
    mutating func recordSoftwareRAID(_ built: RAIDConfiguration, at time: WallTime) {
        var record = raid ?? NodeRAID()
        record.software = built
        record.volumes = nil
        record.updated = time
        raid = record
        guard let root = built.root else { return }
        if case .gibibytes(let size) = root.size { properties.localDisk = .gibibytes(Int64(size)) }
        properties.capabilities[RAIDRecord.levelCapability] = root.level.rawValue
    }

    /// Writes down that there is none any more; a hint for the root device meant one of its
    /// volumes.
    mutating func forgetSoftwareRAID() {
        raid?.volumes = nil
        raid?.software = nil
        raid?.updated = nil
        rootDevice = nil
    }
}
