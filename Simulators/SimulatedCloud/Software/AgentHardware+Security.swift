import Hardware
import NodeAgent
import SimulatedDatacenter
import Simulation

extension AgentHardware {
    /// A disk that takes no writes says so when it is written to.
    func erasability(of disk: DiskFacts) async throws(HardwareAccessError) -> DiskErasability {
        guard process.isAlive else { throw .stopped }
        let secureErase: DiskErasability.SecureErase =
            machine.nvmeFormat(of: disk.name).map { .nvme($0) }
            ?? machine.ataSecurity(of: disk.name).map { .ata($0) } ?? .unsupported
        return DiskErasability(
            isReadOnly: false, isRAIDMember: disk.medium == .raidMember, secureErase: secureErase)
    }

    func secureErase(
        _ disk: DiskFacts, by method: SecureErase
    ) async throws(HardwareAccessError) {
        do { try await machine.secureErase(disk.name, by: method, process: process) } catch {
            throw Self.translate(error, disk)
        }
    }

    func setSecurityPassword(of disk: DiskFacts) async throws(HardwareAccessError) {
        do { try await machine.setSecurityPassword(of: disk.name, process: process) } catch {
            throw Self.translate(error, disk)
        }
    }

    /// A disk that is locked here is locked by somebody else's password.
    func unlock(
        _ disk: DiskFacts, with password: SecurityPassword
    ) async throws(HardwareAccessError) {
        guard process.isAlive else { throw .stopped }
        throw .diskFailed(disk: disk.label, reason: "that is not its password")
    }
}
