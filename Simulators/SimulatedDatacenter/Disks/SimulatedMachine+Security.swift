public import Hardware
public import Simulation
import World

extension SimulatedMachine {
    /// How a disk's ATA security stands; nil for one that has none: a volume of a RAID controller,
    /// or an NVMe disk.
    public func ataSecurity(of disk: String) -> ATASecurity? {
        guard let found = found(disk), !isNVMe(found), !isVolume(found) else { return nil }
        return ATASecurity(
            lock: found.lock, isFrozen: found.faults.contains(.diskFrozen),
            hasEnhancedErase: !found.facts.isRotational)
    }

    /// What a format can erase on a disk; nil for one that is no NVMe disk.
    public func nvmeFormat(of disk: String) -> NVMeFormat? {
        guard let found = found(disk), isNVMe(found) else { return nil }
        return .crypto
    }

    /// Sets the password without which a disk does not erase itself.
    public func setSecurityPassword(
        of disk: String, process: SimulatedProcess
    ) async throws(DeviceError) {
        let found = try reserve(disk, for: process, needing: .zero)
        defer { release(found.number) }
        try checkSecurity(of: found, disk)
        try await spend(.milliseconds(200), "sets a password on", disk, process)
        change(found.number) { $0.lock = .unlocked }
    }

    /// Has a disk erase itself.
    public func secureErase(
        _ disk: String, by method: SecureErase, process: SimulatedProcess
    ) async throws(DeviceError) {
        let found = try reserve(disk, for: process, needing: .zero)
        defer { release(found.number) }
        if method.isATA { try checkSecurity(of: found, disk) }
        guard !method.isATA || found.lock == .unlocked else {
            throw .securityRefused(disk, reason: "it has no password to erase itself by")
        }
        // A disk that holds nothing has nothing to lie about.
        let isEmpty = found.contents == nil && found.table == nil
        if isEmpty || !found.faults.contains(.eraseLies) {
            loseTable(of: found.number)
            change(found.number) { $0.contents = nil }
            record(.erased(name, disk: disk, serial: found.facts.serial))
        }
        try await spend(duration(of: method, found), "erases", disk, process)
        try checkThere(found.number, disk, doing: .erase)
        change(found.number) { $0.lock = .disabled }
    }

    /// A disk that turns writes over all of itself takes as long as writing it; flash that is
    /// cleared, or has its key thrown away, takes seconds.
    private func duration(of method: SecureErase, _ disk: SimulatedDisk) -> Duration {
        let size = Double(disk.facts.size.bytes)
        let isWritten = method.isATA && disk.facts.isRotational
        return isWritten
            ? .seconds(size / timing.diskWriteRate.bytesPerSecond) * disk.slowdown
            : timing.draw(\.metadataErase, for: .disks) * disk.slowdown
    }

    private func checkSecurity(of disk: SimulatedDisk, _ name: String) throws(DeviceError) {
        guard let security = ataSecurity(of: name) else {
            throw .securityRefused(name, reason: "it has no ATA security")
        }
        if security.isFrozen {
            throw .securityRefused(name, reason: "its security is frozen")
        }
    }

    private func found(_ disk: String) -> SimulatedDisk? {
        state.read { state in state.disks.first { $0.facts.name == disk && $0.isPresent } }
    }

    private func isNVMe(_ disk: SimulatedDisk) -> Bool { disk.usualName.hasPrefix("/dev/nvme") }

    private func isVolume(_ disk: SimulatedDisk) -> Bool {
        state.read { state in
            state.raid?.volume(behind: disk.number) != nil
                || state.arrays.contains { $0.number == disk.number }
        }
    }
}
