import Hardware
import NodeAgent
import Simulation
import World

/// A machine on the bench under its agent's hands.
struct BenchHardware: HardwareAccess {
    let machine: BenchMachine
    let process: SimulatedProcess

    func facts() async throws(HardwareAccessError) -> MachineFacts { machine.facts }

    func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts, over area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest {
        try await work(machine.writeDuration)
        machine.write(image.digest)
        return image.digest
    }

    func readBack(
        _ image: ImageReference, from disk: DiskFacts, in area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest {
        machine.disk ?? "nothing"
    }

    /// A machine on the bench keeps no partitions.
    func partitionTable(of disk: DiskFacts) async throws(HardwareAccessError) -> PartitionTable? {
        nil
    }

    func makePartitions(
        _ table: PartitionTable, on disk: DiskFacts
    ) async throws(HardwareAccessError) {
        try await work(.seconds(1))
        machine.install(nil)
    }

    func makeFileSystem(
        _ format: String, on partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        try await work(.seconds(1))
    }

    func wipe(
        _ partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        if partition == .root { machine.install(nil) }
    }

    func holdsSignatures(_ disk: DiskFacts) async throws(HardwareAccessError) -> Bool {
        machine.disk != nil
    }

    func eraseMetadata(of disk: DiskFacts) async throws(HardwareAccessError) {
        try await work(.seconds(5))
        machine.install(nil)
    }

    func erasability(of disk: DiskFacts) async throws(HardwareAccessError) -> DiskErasability {
        DiskErasability(isReadOnly: false, isRAIDMember: false, secureErase: .unsupported)
    }

    func secureErase(
        _ disk: DiskFacts, by method: SecureErase
    ) async throws(HardwareAccessError) {
        throw .diskFailed(disk: disk.name, reason: "it has no secure erase")
    }

    func setSecurityPassword(of disk: DiskFacts) async throws(HardwareAccessError) {
        throw .diskFailed(disk: disk.name, reason: "it has no security")
    }

    func unlock(
        _ disk: DiskFacts, with password: SecurityPassword
    ) async throws(HardwareAccessError) {
        throw .diskFailed(disk: disk.name, reason: "it has no security")
    }

    func overwrite(_ disk: DiskFacts) async throws(HardwareAccessError) {
        try await work(machine.writeDuration)
        machine.install(nil)
    }

    func softwareRAID() async throws(HardwareAccessError) -> [SoftwareRAIDDevice] {
        machine.softwareRAID
    }

    func buildSoftwareRAID(_ plan: SoftwareRAIDPlan) async throws(HardwareAccessError) {
        try await work(.seconds(5))
        machine.softwareRAID = plan.devices.map {
            SoftwareRAIDDevice(
                name: $0.name, volume: $0.volume, holders: $0.components.map(\.disk))
        }
    }

    func removeSoftwareRAID(_ device: SoftwareRAIDDevice) async throws(HardwareAccessError) {
        try await work(.seconds(5))
        machine.softwareRAID.removeAll { $0 == device }
    }

    func powerOff() async throws(HardwareAccessError) {
        try await work(.seconds(2))
        machine.switchOff()
    }

    func admitRescuer(with password: RescuePassword) async throws(HardwareAccessError) {
        try await work(.seconds(1))
        machine.rescuePassword = password
    }

    private func work(_ duration: Duration) async throws(HardwareAccessError) {
        do {
            try await process.wait(
                WaitReason("writes"), until: process.simulator.now + duration)
        } catch { throw .stopped }
    }
}
