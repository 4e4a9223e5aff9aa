import Hardware
import World

/// Does what a command says and tells how it went.
struct AgentWorker: Sendable {
    let hardware: any HardwareAccess

    func perform(_ work: AgentWork) async -> AgentCommandStatus.Progress {
        do throws(HardwareAccessError) {
            switch work {
            case .eraseDevicesMetadata: return try await eraseAll()
            case .writeImage(let image, let server, let hints):
                return try await write(image, from: server, hints: hints)
            case .finalizeRescue(let password):
                try await hardware.admitRescuer(with: password)
                return .succeeded
            }
        } catch {
            return .failed(reason: error.description)
        }
    }

    private func eraseAll() async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        for disk in try await hardware.facts().disks { try await hardware.eraseMetadata(of: disk) }
        return .succeeded
    }

    private func write(
        _ image: ImageReference, from server: HostAddress, hints: RootDeviceHints?
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        // Disks are looked up anew each time: their names may differ from those at introspection.
        let disks = try await hardware.facts().disks
        guard let root = (hints ?? RootDeviceHints()).rootDevice(among: disks) else {
            return .failed(reason: "no disk is a fit root device among \(disks.count)")
        }
        return try await write(image, from: server, to: root)
    }

    private func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        for attempt in 1...AgentLimits.downloads {
            do throws(HardwareAccessError) {
                let written = try await hardware.write(image, from: server, to: disk)
                if written == image.digest { return .succeeded }
                // What is there might start, should the machine be reset before it is cleaned.
                try await hardware.eraseMetadata(of: disk)
                return .failed(reason: "image \(image.name): the checksum of what arrived is wrong")
            } catch {
                guard error.isTransient, attempt < AgentLimits.downloads else { throw error }
            }
        }
        preconditionFailure("The last download either ends or throws.")
    }
}
