import Hardware
import NodeAgent
import World

/// A ramdisk's hardware that does something else than it says: the bugs that
/// ``CloudBug/isCareless`` names.
struct CarelessHardware: HardwareAccess {
    let hardware: any HardwareAccess
    let bug: CloudBug
    /// What the machine's disks are called when the kernel finds them in their usual order.
    let usualNames: [String: String]

    func report(for order: InspectionOrder) async throws(HardwareAccessError) -> String {
        let report = try await hardware.report(for: order)
        guard bug == .agentFlattersBenchmarks || bug == .agentBlackensBenchmarks else {
            return report
        }
        let serial = try await facts().identity.serialNumber
        return ForgedReport(report, of: serial).text(bug)
    }

    func facts() async throws(HardwareAccessError) -> MachineFacts { try await hardware.facts() }

    func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts, over area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest {
        if bug == .agentGivesUp {
            throw .diskFailed(disk: disk.name, reason: "it takes no image")
        }
        let target = try await target(for: disk)
        let written = try await hardware.write(image, from: server, to: target, over: area)
        if bug == .agentFormatsEphemeral, area == .partition(.root) {
            try await hardware.makeFileSystem(
                PartitionLayout.usualFormat, on: .ephemeral, of: target)
        }
        return bug == .agentTrustsDownload ? image.digest : written
    }

    func readBack(
        _ image: ImageReference, from disk: DiskFacts, in area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest {
        if bug == .agentTrustsDisk { return image.digest }
        let target = try await target(for: disk)
        let found = try await hardware.readBack(image, from: target, in: area)
        return bug == .agentTrustsDownload ? image.digest : found
    }

    func partitionTable(of disk: DiskFacts) async throws(HardwareAccessError) -> PartitionTable? {
        try await hardware.partitionTable(of: try await target(for: disk))
    }

    func makePartitions(
        _ table: PartitionTable, on disk: DiskFacts
    ) async throws(HardwareAccessError) {
        try await hardware.makePartitions(table, on: try await target(for: disk))
    }

    func makeFileSystem(
        _ format: String, on partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        try await hardware.makeFileSystem(format, on: partition, of: try await target(for: disk))
    }

    func wipe(
        _ partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        try await hardware.wipe(partition, of: disk)
    }

    func holdsSignatures(_ disk: DiskFacts) async throws(HardwareAccessError) -> Bool {
        bug == .agentWipesNothing ? false : try await hardware.holdsSignatures(disk)
    }

    func eraseMetadata(of disk: DiskFacts) async throws(HardwareAccessError) {
        if bug != .agentWipesNothing { try await hardware.eraseMetadata(of: disk) }
    }

    func erasability(of disk: DiskFacts) async throws(HardwareAccessError) -> DiskErasability {
        try await hardware.erasability(of: disk)
    }

    func secureErase(
        _ disk: DiskFacts, by method: SecureErase
    ) async throws(HardwareAccessError) {
        try await hardware.secureErase(disk, by: method)
    }

    func setSecurityPassword(of disk: DiskFacts) async throws(HardwareAccessError) {
        try await hardware.setSecurityPassword(of: disk)
    }

    func unlock(
        _ disk: DiskFacts, with password: SecurityPassword
    ) async throws(HardwareAccessError) {
        try await hardware.unlock(disk, with: password)
    }

    func overwrite(_ disk: DiskFacts) async throws(HardwareAccessError) {
        try await hardware.overwrite(disk)
    }

    func softwareRAID() async throws(HardwareAccessError) -> [SoftwareRAIDDevice] {
        try await hardware.softwareRAID()
    }

    func buildSoftwareRAID(_ plan: SoftwareRAIDPlan) async throws(HardwareAccessError) {
        try await hardware.buildSoftwareRAID(plan)
    }

    func removeSoftwareRAID(_ device: SoftwareRAIDDevice) async throws(HardwareAccessError) {
        try await hardware.removeSoftwareRAID(device)
    }

    func powerOff() async throws(HardwareAccessError) { try await hardware.powerOff() }

    func admitRescuer(with password: RescuePassword) async throws(HardwareAccessError) {
        try await hardware.admitRescuer(with: password)
    }

    /// The disk that is written to and read in place of the one that was asked for.
    private func target(
        for disk: DiskFacts
    ) async throws(HardwareAccessError) -> DiskFacts {
        switch bug {
        case .agentPicksWrongDisk: return try await another(than: disk)
        case .agentKeepsDiskName:
            let name = usualNames[disk.serial] ?? disk.name
            return try await facts().disks.first { $0.name == name } ?? disk
        default: return disk
        }
    }

    private func another(than disk: DiskFacts) async throws(HardwareAccessError) -> DiskFacts {
        try await facts().disks.first { $0 != disk } ?? disk
    }
}
