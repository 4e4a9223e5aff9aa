import Hardware
import World

/// Does what a command says and tells how it went.
struct AgentWorker: Sendable {
    let hardware: any HardwareAccess
    let clock: any WorldClock

    func perform(_ work: AgentWork) async -> AgentCommandStatus.Progress {
        do throws(HardwareAccessError) {
            switch work {
            case .eraseDevicesMetadata(let skipped):
                return try await eraseDevicesMetadata(sparing: skipped)
            case .eraseDevices(let rules): return try await eraseDevices(rules)
            case .eraseDevicesExpress(let rules): return try await eraseDevicesExpress(rules)
            case .createSoftwareRAID(let order): try await createSoftwareRAID(order)
            case .deleteSoftwareRAID(let skipped):
                try await deleteSoftwareRAID(sparing: skipped)
            case .powerOff: try await hardware.powerOff()
            case .writeImage(let image, let servers, let root):
                try await write(image, from: servers, onto: root)
            case .writePartitions(let write): try await perform(write)
            case .finalizeRescue(let password): try await hardware.admitRescuer(with: password)
            }
            return .succeeded
        } catch {
            return .failed(reason: error.description)
        }
    }
}
