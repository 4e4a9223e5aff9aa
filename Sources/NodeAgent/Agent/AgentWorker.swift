import Hardware
import World

/// Does what a command says and tells how it went.
struct AgentWorker: Sendable {
    let hardware: any HardwareAccess
    let clock: any WorldClock

    func perform(_ work: AgentWork) async -> AgentCommandStatus.Progress {
        do throws(HardwareAccessError) {
            switch work {
            case .eraseDevicesMetadata: return try await eraseDevicesMetadata()
            case .eraseDevices(let rules): return try await eraseDevices(rules)
            case .eraseDevicesExpress(let rules): return try await eraseDevicesExpress(rules)
            case .createSoftwareRAID(let volumes): try await createSoftwareRAID(volumes)
            case .deleteSoftwareRAID: try await deleteSoftwareRAID()
            case .powerOff: try await hardware.powerOff()
            case .writeImage(let image, let servers, let hints):
                try await write(image, from: servers, hints: hints)
            case .writePartitions(let write): try await perform(write)
            case .finalizeRescue(let password): try await hardware.admitRescuer(with: password)
            }
            return .succeeded
        } catch {
            return .failed(reason: error.description)
        }
    }
}
