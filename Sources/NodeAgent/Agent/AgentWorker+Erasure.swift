import Hardware
import World

extension AgentWorker {
    /// Wipes partition tables and signatures (`erase_devices_metadata`). Virtual media, members of
    /// a RAID and read-only disks are skipped.
    func eraseDevicesMetadata(
        sparing skipped: SkippedDevices?
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        try await eachDisk(but: skipped) { (disk, state) throws(HardwareAccessError) in
            guard !state.isReadOnly else { return }
            try await hardware.eraseMetadata(of: disk)
            try await checkErased(disk)
        }
    }

    /// Erases every byte of every disk (ironic-python-agent's `erase_devices`). Virtual media and
    /// members of a RAID are skipped.
    func eraseDevices(
        _ rules: ErasureRules
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        try await eachDisk(but: rules.skipped) { (disk, state) throws(HardwareAccessError) in
            if state.isReadOnly {
                guard rules.readOnly == .fails else { return }
                throw .diskFailed(disk: disk.label, reason: "it is read-only")
            }
            do throws(HardwareAccessError) {
                if try await eraseSecurely(disk, state, rules) { return }
            } catch {
                guard error != .stopped, rules.failedSecureErase == .isOverwritten else {
                    throw error
                }
            }
            try await hardware.overwrite(disk)
            try await checkErased(disk)
        }
    }

    /// Erases NVMe disks securely and the metadata of all others (`erase_devices_express`).
    /// Read-only disks are skipped; a secure erase that fails falls back to metadata.
    func eraseDevicesExpress(
        _ rules: ErasureRules
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        try await eachDisk(but: rules.skipped) { (disk, state) throws(HardwareAccessError) in
            guard !state.isReadOnly else { return }
            if case .nvme = state.secureErase {
                do throws(HardwareAccessError) {
                    if try await eraseSecurely(disk, state, rules) { return }
                } catch { if error == .stopped { throw error } }
            }
            try await hardware.eraseMetadata(of: disk)
            try await checkErased(disk)
        }
    }

    /// Disks acknowledge writes that they lose.
    private func checkErased(_ disk: DiskFacts) async throws(HardwareAccessError) {
        guard try await hardware.holdsSignatures(disk) else { return }
        throw .diskFailed(disk: disk.label, reason: "it was wiped and still holds what it held")
    }

    /// Goes on though a disk failed, and tells of all that failed.
    private func eachDisk(
        but skipped: SkippedDevices?,
        _ erase: (DiskFacts, DiskErasability) async throws(HardwareAccessError) -> Void
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        var failures: [String] = []
        for disk in try await erasable(but: skipped) {
            do throws(HardwareAccessError) {
                let state = try await hardware.erasability(of: disk)
                if !state.isRAIDMember { try await erase(disk, state) }
            } catch .stopped { throw .stopped } catch { failures.append(error.description) }
        }
        return failures.isEmpty ? .succeeded : .failed(reason: failures.joined(separator: "; "))
    }

    /// Everything but what is to be left alone. What a removal of RAID has only wiped is as good as
    /// erased; its disks' tables have to stay.
    private func erasable(
        but skipped: SkippedDevices?
    ) async throws(HardwareAccessError) -> [DiskFacts] {
        let disks = try await hardware.facts().disks.filter(\.medium.isInstallable)
        guard let skipped else { return disks }
        let left: [DiskFacts]
        do { left = try skipped.remainder(of: disks) } catch {
            throw .unfit("what is to be skipped cannot be held against the disks: \(error)")
        }
        guard !skipped.volumes.isEmpty else { return left }
        let fates = SoftwareRAIDFates(
            try await hardware.softwareRAID(), keeping: skipped.volumes)
        return left.filter { fates[$0.name] ?? .deleted == .deleted }
    }
}
