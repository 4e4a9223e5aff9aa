/// The software RAID that a machine has, and what of it is to outlive the building of more.
public struct SoftwareRAIDSurvey: Sendable, Hashable {
    public let devices: [SoftwareRAIDDevice]
    public let skipped: SkippedDevices

    public init(_ devices: [SoftwareRAIDDevice] = [], keeping skipped: SkippedDevices? = nil) {
        self.devices = devices
        self.skipped = skipped ?? SkippedDevices()
    }

    /// What stays; a device that is there and has to go is nothing to build beside.
    private var isKeeping: Bool { !skipped.volumes.isEmpty }

    /// The volumes that are still to be built: those that are kept, or only wiped, are there.
    ///
    /// - Throws: ``SoftwareRAIDError/leftover(_:)`` for what is there and should not be. Where
    ///   nothing is to be kept, the tables of its disks tell that.
    func missing(
        of volumes: [SoftwareRAIDVolume]
    ) throws(SoftwareRAIDError) -> [SoftwareRAIDVolume] {
        guard isKeeping, !devices.isEmpty else { return volumes }
        let fates = SoftwareRAIDFates(devices, keeping: skipped.volumes)
        let names = volumes.compactMap(\.name)
        for device in devices {
            switch fates[device.name] {
            case .spared: continue
            case .kept where names.contains(device.volume): continue
            case .wiped where names.contains(device.volume): continue
            case .kept, .wiped, .deleted, nil: throw .leftover(device.label)
            }
        }
        return volumes.filter { volume in !devices.contains { $0.volume == volume.name } }
    }

    /// ironic-python-agent divides disks anew on which kept volumes lie, and so loses them; here
    /// that is refused.
    func check(_ disks: [String]) throws(SoftwareRAIDError) {
        guard isKeeping else { return }
        let touched = devices.filter { device in device.holders.contains(where: disks.contains) }
        guard !touched.isEmpty else { return }
        throw .inUse(
            by: touched.map(\.volume),
            disks: disks.filter { disk in touched.contains { $0.holders.contains(disk) } })
    }

    /// Names of devices that are not there yet.
    func freeNames(_ count: Int) -> [String] {
        let taken = isKeeping ? devices.map(\.name) : []
        let names = (0..<count + taken.count).map { "/dev/md\($0)" }
        return Array(names.filter { !taken.contains($0) }.prefix(count))
    }
}
