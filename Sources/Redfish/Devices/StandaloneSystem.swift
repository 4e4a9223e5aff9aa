public import Hardware

/// A machine that obeys at once, behind a Redfish service that stands alone.
public struct StandaloneSystem: RedfishHost, Sendable {
    public private(set) var powerState: PowerState
    public private(set) var bootOverride: BootOverride?
    public private(set) var indicator = IndicatorState.off
    public var eventLog = SystemEventLog(.dropsOldest)
    public private(set) var biosSettings: [BIOSSetting]
    public private(set) var pendingBIOSSettings: [BIOSAssignment] = []
    public private(set) var raid: RAIDInventory?
    /// The image in its virtual drive.
    public private(set) var media: String?
    /// Times it has started.
    public private(set) var boots = 0
    public let facts: MachineFacts
    private let profile: RedfishProfile
    private var builtVolumes = 0

    public init(_ profile: RedfishProfile, facts: MachineFacts, power: PowerState = .off) {
        self.profile = profile
        self.facts = facts
        powerState = power
        biosSettings = profile.biosSettings
        raid = profile.raid
    }

    public var consumption: Watts { powerState == .on ? Watts(180) : Watts(12) }

    public mutating func perform(_ action: ChassisAction) {
        switch action {
        case .powerUp: boot(if: powerState == .off)
        case .powerCycle, .hardReset: boot(if: powerState == .on)
        case .powerDown, .softShutdown: powerState = .off
        case .diagnosticInterrupt: break
        }
    }

    public mutating func restartGracefully() { boot(if: powerState == .on) }

    private mutating func boot(if starts: Bool) {
        guard starts else { return }
        powerState = .on
        boots += 1
        if bootOverride?.persistence == .once { bootOverride = nil }
        guard !pendingBIOSSettings.isEmpty else { return }
        biosSettings = biosSettings.map { setting in
            guard let assignment = pendingBIOSSettings.first(where: { $0.name == setting.name })
            else { return setting }
            return BIOSSetting(
                setting.name, assignment.value, in: setting.domain,
                isReadOnly: setting.isReadOnly, isUnique: setting.isUnique)
        }
        pendingBIOSSettings = []
    }

    public mutating func setBootOverride(_ override: BootOverride?) { bootOverride = override }

    public mutating func setIndicator(_ state: IndicatorState) { indicator = state }

    public mutating func insertMedia(_ image: String?) { media = image }

    public mutating func reading(ofSensor index: Int) -> Double? {
        let sensor = profile.sensors[index]
        return powerState == .on || sensor.supply == .standby ? sensor.reading.value.figure : nil
    }

    public mutating func setBIOSSettings(_ assignments: [BIOSAssignment]) throws(BMCError) {
        for assignment in assignments {
            guard let setting = biosSettings.first(where: { $0.name == assignment.name }) else {
                throw .refused("there is no setting \(assignment.name)")
            }
            guard !setting.isReadOnly, setting.domain.contains(assignment.value) else {
                throw .refused("\(assignment.name) does not take '\(assignment.value)'")
            }
        }
        for assignment in assignments {
            pendingBIOSSettings.removeAll { $0.name == assignment.name }
            pendingBIOSSettings.append(assignment)
        }
        pendingBIOSSettings.sort { $0.name < $1.name }
    }

    public mutating func resetBIOSSettings() {
        pendingBIOSSettings = profile.biosSettings.map { BIOSAssignment($0.name, $0.value) }
    }

    public mutating func createVolume(_ request: RAIDVolumeRequest) throws(BMCError) {
        guard let raid, raid.controllers.contains(request.controller) else {
            throw .refused("there is no RAID controller \(request.controller)")
        }
        let disks = raid.disks.filter { request.disks.contains($0.name) && $0.isHealthy }
        guard disks.count == request.disks.count, disks.count >= request.level.fewestDisks,
            let smallest = disks.map(\.size).min()
        else { throw .refused("the disks cannot carry the volume") }
        guard !raid.volumes.contains(where: { $0.name == request.name }) else {
            throw .refused("there is a volume \(request.name) already")
        }
        guard !raid.volumes.contains(where: { $0.disks.contains(where: request.disks.contains) })
        else { throw .refused("a disk belongs to another volume") }
        let room = request.level.capacity(of: disks.count, each: smallest)
        guard request.size ?? room <= room else { throw .refused("the disks are too small") }
        builtVolumes += 1
        let volume = RAIDVolume(
            name: request.name, controller: request.controller, level: request.level,
            size: request.size ?? room, disks: request.disks,
            wwn: "0x6000c500" + String(String(builtVolumes + 0x1_0000_0000, radix: 16).dropFirst()))
        self.raid = RAIDInventory(
            controllers: raid.controllers, disks: raid.disks, volumes: raid.volumes + [volume])
    }

    public mutating func deleteVolume(_ name: RAIDVolumeName) throws(BMCError) {
        guard let raid else { return }
        self.raid = RAIDInventory(
            controllers: raid.controllers, disks: raid.disks,
            volumes: raid.volumes.filter { $0.name != name })
    }
}
