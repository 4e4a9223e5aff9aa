import Hardware
import NodeAgent
import SimulatedDatacenter
import Simulation
import World

/// A simulated machine as the ramdisk that runs on it handles it.
struct AgentHardware: HardwareAccess {
    let machine: SimulatedMachine
    let process: SimulatedProcess

    func facts() async throws(HardwareAccessError) -> MachineFacts {
        guard process.isAlive else { throw .stopped }
        return machine.facts
    }

    func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts, over area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest {
        do {
            return try await machine.download(
                image, from: server, to: disk.name, over: area, process: process)
        } catch { throw Self.translate(error, disk) }
    }

    func readBack(
        _ image: ImageReference, from disk: DiskFacts, in area: DiskArea
    ) async throws(HardwareAccessError) -> ImageDigest {
        do {
            return try await machine.readBack(
                image, from: disk.name, in: area, process: process)
        } catch { throw Self.translate(error, disk) }
    }

    func holdsSignatures(_ disk: DiskFacts) async throws(HardwareAccessError) -> Bool {
        do { return try await machine.holdsSignatures(disk.name, process: process) } catch {
            throw Self.translate(error, disk)
        }
    }

    func eraseMetadata(of disk: DiskFacts) async throws(HardwareAccessError) {
        do { try await machine.erase(disk.name, .metadata, process: process) } catch {
            throw Self.translate(error, disk)
        }
    }

    func overwrite(_ disk: DiskFacts) async throws(HardwareAccessError) {
        do { try await machine.erase(disk.name, .whole, process: process) } catch {
            throw Self.translate(error, disk)
        }
    }

    func powerOff() async throws(HardwareAccessError) {
        guard process.isAlive else { throw .stopped }
        machine.shutDown(by: process)
    }

    /// The ramdisk's system lives in memory: what it was given is gone with it.
    func admitRescuer(with password: RescuePassword) async throws(HardwareAccessError) {
        guard process.isAlive else { throw .stopped }
    }

    static func translate(
        _ error: DeviceError, _ disk: DiskFacts
    ) -> HardwareAccessError { translate(error, disk.label) }

    static func translate(_ error: DeviceError, _ device: String) -> HardwareAccessError {
        switch error {
        case .transfer(let error): .downloadFailed(error.description)
        case .revoked: .stopped
        case .noSuchDisk, .noSuchPartition, .diskBusy, .tooSmall, .diskFull, .sectorFailed,
            .writeProtected, .diskDead, .diskGone, .securityRefused, .raidRefused:
            .diskFailed(disk: device, reason: error.description)
        }
    }
}
