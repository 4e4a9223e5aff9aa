import Hardware
import NodeAgent
import Simulation
import World

/// A machine that does what a test has it do.
final class ScriptedHardware: HardwareAccess {
    /// How one write goes.
    enum Write: Sendable {
        /// What was asked for arrives.
        case whole
        /// It arrives, and something else is read back.
        case readBack(ImageDigest)
        /// It arrives, and takes so long to be read back.
        case slow(Duration)
        case written(ImageDigest)
        case fails(HardwareAccessError)
    }

    private struct State {
        var script: [Write]
        var erasable: [String: DiskErasability]
        var writes: [String] = []
        var servers: [HostAddress] = []
        var erasures: [String] = []
        var admitted: [RescuePassword] = []
        var last = Write.whole
        var tables: [String: PartitionTable] = [:]
        var deeds: [String] = []
        var devices: [SoftwareRAIDDevice] = []
    }

    let disks: [DiskFacts]
    private let dead: [String]
    private let unwipeable: [String]
    private let passwords: [String: SecurityPassword]
    private let frozen: [String]
    private let process: SimulatedProcess
    private let state: Confined<State>

    /// - Parameters:
    ///   - script: how writes go, one after another; the last for all that follow.
    ///   - dead: disks that cannot be wiped, by name.
    ///   - erasable: how disks can be erased, by name; others are plain.
    ///   - frozen: disks whose secure erase fails, by name.
    ///   - passwords: what unlocks locked disks, by name.
    ///   - devices: the software RAID that there is.
    ///   - unwipeable: disks that hold what they held after they were wiped, by name.
    init(
        _ process: SimulatedProcess, disks: [DiskFacts] = [Hosts.disk],
        writes script: [Write] = [.whole], dead: [String] = [], unwipeable: [String] = [],
        erasable: [String: DiskErasability] = [:], frozen: [String] = [],
        passwords: [String: SecurityPassword] = [:],
        devices: [SoftwareRAIDDevice] = []
    ) {
        self.process = process
        self.disks = disks
        self.dead = dead
        self.unwipeable = unwipeable
        self.passwords = passwords
        self.frozen = frozen
        state = Confined(
            process.simulator,
            State(script: script, erasable: erasable, devices: devices))
    }

    /// The disks that were written to, in order.
    var writes: [String] { state.read(\.writes) }
    /// Where each of these writes came from.
    var servers: [HostAddress] { state.read(\.servers) }
    var erasures: [String] { state.read(\.erasures) }
    /// What was done to partitions, in order.
    var deeds: [String] { state.read(\.deeds) }
    var admitted: [RescuePassword] { state.read(\.admitted) }

    func facts() async throws(HardwareAccessError) -> MachineFacts {
        MachineFacts(
            identity: BMCIdentity(manufacturer: "", product: "", serialNumber: ""),
            processor: ProcessorFacts(count: 8, architecture: "x86_64", model: ""),
            memory: .gibibytes(32), disks: disks,
            interfaces: [
                InterfaceFacts(
                    name: "eno1", address: MACAddress(rawValue: 1), hasCarrier: true,
                    speed: .gigabits(10))
            ],
            bmcHost: nil, bootMode: .uefi, bootInterface: nil)
    }

    func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts, over area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest {
        do {
            try await process.wait(
                WaitReason("writes"), until: process.simulator.now + .seconds(30))
        } catch { throw .stopped }
        let step = state.write { state in
            state.writes.append(disk.name)
            if case .partition(let purpose) = area { state.deeds.append("image on \(purpose)") }
            state.servers.append(server)
            state.last = state.script.count > 1 ? state.script.removeFirst() : state.script[0]
            return state.last
        }
        switch step {
        case .whole, .readBack, .slow: return image.digest
        case .written(let digest): return digest
        case .fails(let error): throw error
        }
    }

    func readBack(
        _ image: ImageReference, from disk: DiskFacts, in area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest {
        switch state.read(\.last) {
        case .readBack(let digest): return digest
        case .slow(let duration):
            do {
                try await process.wait(
                    WaitReason("reads"), until: process.simulator.now + duration)
            } catch { throw .stopped }
            return image.digest
        case .whole, .written, .fails: return image.digest
        }
    }

    func partitionTable(of disk: DiskFacts) async throws(HardwareAccessError) -> PartitionTable? {
        state.read { $0.tables[disk.name] }
    }

    func makePartitions(
        _ table: PartitionTable, on disk: DiskFacts
    ) async throws(HardwareAccessError) {
        state.write {
            $0.tables[disk.name] = table
            $0.deeds.append("table on \(disk.name)")
        }
    }

    func makeFileSystem(
        _ format: String, on partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        state.write { $0.deeds.append("\(format) on \(partition)") }
    }

    func wipe(
        _ partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        state.write { $0.deeds.append("wipe \(partition)") }
    }

    func holdsSignatures(_ disk: DiskFacts) async throws(HardwareAccessError) -> Bool {
        unwipeable.contains(disk.name)
    }

    func eraseMetadata(of disk: DiskFacts) async throws(HardwareAccessError) {
        state.write { $0.erasures.append(disk.name) }
        if dead.contains(disk.name) {
            throw .diskFailed(disk: disk.label, reason: "it does not answer")
        }
    }

    func erasability(of disk: DiskFacts) async throws(HardwareAccessError) -> DiskErasability {
        state.read { $0.erasable[disk.name] }
            ?? DiskErasability(isReadOnly: false, isRAIDMember: false, secureErase: .unsupported)
    }

    func secureErase(
        _ disk: DiskFacts, by method: SecureErase
    ) async throws(HardwareAccessError) {
        state.write { $0.erasures.append("\(method.rawValue) of \(disk.name)") }
        if frozen.contains(disk.name) {
            throw .diskFailed(disk: disk.label, reason: "it does not")
        }
        guard method.isATA else { return }
        set(disk, to: .disabled)
    }

    func setSecurityPassword(of disk: DiskFacts) async throws(HardwareAccessError) {
        state.write { $0.erasures.append("password on \(disk.name)") }
        set(disk, to: .unlocked)
    }

    func unlock(
        _ disk: DiskFacts, with password: SecurityPassword
    ) async throws(HardwareAccessError) {
        state.write { $0.erasures.append("unlock \(disk.name) '\(password.rawValue)'") }
        guard passwords[disk.name] == password else {
            throw .diskFailed(disk: disk.label, reason: "that is not its password")
        }
        set(disk, to: .unlocked)
    }

    private func set(_ disk: DiskFacts, to lock: ATASecurity.Lock) {
        state.write { state in
            guard case .ata(var security)? = state.erasable[disk.name]?.secureErase else { return }
            security.lock = lock
            state.erasable[disk.name] = DiskErasability(
                isReadOnly: false, isRAIDMember: false, secureErase: .ata(security))
        }
    }

    func overwrite(_ disk: DiskFacts) async throws(HardwareAccessError) {
        state.write { $0.erasures.append("overwrite \(disk.name)") }
    }

    func softwareRAID() async throws(HardwareAccessError) -> [SoftwareRAIDDevice] {
        state.read(\.devices)
    }

    func buildSoftwareRAID(_ plan: SoftwareRAIDPlan) async throws(HardwareAccessError) {
        state.write { $0.deeds += plan.devices.map { "\($0.name) of \($0.components.count)" } }
    }

    /// The device `/dev/md9` cannot be removed.
    func removeSoftwareRAID(_ device: SoftwareRAIDDevice) async throws(HardwareAccessError) {
        state.write { $0.deeds.append("remove \(device.name)") }
        if device.name == "/dev/md9" { throw .diskFailed(disk: device.name, reason: "it is busy") }
        state.write { $0.devices.removeAll { $0 == device } }
    }

    func powerOff() async throws(HardwareAccessError) {
        state.write { $0.erasures.append("power off") }
    }

    func admitRescuer(with password: RescuePassword) async throws(HardwareAccessError) {
        state.write { $0.admitted.append(password) }
    }
}
