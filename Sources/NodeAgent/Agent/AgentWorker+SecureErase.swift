import Hardware
import World

extension AgentWorker {
    /// Has a disk erase itself, and sees whether it did: some say that they are erased and hold all
    /// that they held.
    ///
    /// - Returns: false for a disk that cannot, or is not to; nothing was done to it.
    func eraseSecurely(
        _ disk: DiskFacts, _ state: DiskErasability, _ rules: ErasureRules
    ) async throws(HardwareAccessError) -> Bool {
        switch state.secureErase {
        case .unsupported: return false
        case .ata(let security):
            guard rules.ataSecureErase == .enabled else { return false }
            try await erase(disk, security)
        case .nvme(let format):
            guard rules.nvmeSecureErase == .enabled else { return false }
            try await erase(disk, format)
        }
        guard try await hardware.holdsSignatures(disk) else { return true }
        throw .diskFailed(
            disk: disk.label, reason: "it says that it erased itself, and holds what it held")
    }

    private func erase(
        _ disk: DiskFacts, _ format: NVMeFormat
    ) async throws(HardwareAccessError) {
        switch format {
        case .none: throw .diskFailed(disk: disk.label, reason: "it has no secure format")
        case .userData: try await hardware.secureErase(disk, by: .nvmeUserData)
        case .crypto: try await hardware.secureErase(disk, by: .nvmeCrypto)
        }
    }

    /// Takes a disk through the states of ATA security, as ironic-python-agent does: unlocked where
    /// an erasure that was broken off left it locked, with a password, erased, and without one.
    private func erase(
        _ disk: DiskFacts, _ security: ATASecurity
    ) async throws(HardwareAccessError) {
        if security.isFrozen {
            throw .diskFailed(
                disk: disk.label, reason: "its security is frozen; only a power cycle may help")
        }
        let state = try await unlocked(disk, security)
        if state.lock == .locked {
            throw .diskFailed(
                disk: disk.label, reason: "it is locked with a password that nobody here knows")
        }
        if state.lock == .disabled { try await hardware.setSecurityPassword(of: disk) }
        do {
            try await hardware.secureErase(
                disk, by: state.hasEnhancedErase ? .ataEnhanced : .ata)
        } catch {
            // A disk that stays locked could not be overwritten either.
            if error != .stopped { _ = try? await unlocked(disk, state) }
            throw error
        }
        guard case .ata(let left) = try await hardware.erasability(of: disk).secureErase,
            left.lock == .disabled
        else {
            throw .diskFailed(
                disk: disk.label, reason: "it still has its password after it erased itself")
        }
    }

    private func unlocked(
        _ disk: DiskFacts, _ security: ATASecurity
    ) async throws(HardwareAccessError) -> ATASecurity {
        var state = security
        for password in SecurityPassword.allCases where state.lock == .locked {
            do { try await hardware.unlock(disk, with: password) } catch {
                // The next password is tried.
                if error == .stopped { throw error }
            }
            guard case .ata(let now) = try await hardware.erasability(of: disk).secureErase else {
                return state
            }
            state = now
        }
        return state
    }
}
