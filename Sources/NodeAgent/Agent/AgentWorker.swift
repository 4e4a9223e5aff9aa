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
            case .eraseDevicesExpress: return try await eraseDevicesExpress()
            case .powerOff:
                try await hardware.powerOff()
                return .succeeded
            case .writeImage(let image, let servers, let hints):
                return try await write(image, from: servers, hints: hints)
            case .finalizeRescue(let password):
                try await hardware.admitRescuer(with: password)
                return .succeeded
            }
        } catch {
            return .failed(reason: error.description)
        }
    }

    private func write(
        _ image: ImageReference, from servers: [HostAddress], hints: RootDeviceHints?
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        guard !servers.isEmpty else {
            return .failed(reason: "image \(image.name): nobody was named who serves it")
        }
        // Disks are looked up anew each time: their names may differ from those at introspection.
        let disks = try await hardware.facts().disks
        guard let root = (hints ?? RootDeviceHints()).rootDevice(among: disks) else {
            return .failed(reason: "no disk is a fit root device among \(disks.count)")
        }
        guard root.medium.isInstallable else {
            return .failed(
                reason: "the root device hints name \(root.label), which is "
                    + "\(root.medium.rawValue)")
        }
        return try await write(image, from: servers, to: root)
    }

    private func write(
        _ image: ImageReference, from servers: [HostAddress], to disk: DiskFacts
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        for attempt in 1...AgentLimits.downloads {
            let server = servers[(attempt - 1) % servers.count]
            do throws(HardwareAccessError) {
                let written = try await hardware.write(image, from: server, to: disk)
                if written == image.digest { return try await verify(image, on: disk) }
                // What is there might start, should the machine be reset before it is cleaned.
                try await hardware.eraseMetadata(of: disk)
                return .failed(reason: "image \(image.name): the checksum of what arrived is wrong")
            } catch {
                guard error.isTransient, attempt < AgentLimits.downloads else { throw error }
            }
        }
        preconditionFailure("The last download either ends or throws.")
    }

    /// Reads back what was written: a disk may say that it took what it lost, put elsewhere or
    /// cannot give back. How long that takes shows a disk that fails by being slow.
    private func verify(
        _ image: ImageReference, on disk: DiskFacts
    ) async throws(HardwareAccessError) -> AgentCommandStatus.Progress {
        let start = clock.now
        let found: ImageDigest
        do { found = try await hardware.readBack(image, from: disk) } catch {
            try? await hardware.eraseMetadata(of: disk)
            throw error
        }
        guard found == image.digest else {
            try await hardware.eraseMetadata(of: disk)
            return .failed(
                reason: "\(disk.label): what was read back is not image \(image.name), which was"
                    + " written to it")
        }
        let seconds = (clock.now - start) / .seconds(1)
        let rate = Double(image.size.bytes) / max(seconds, 1e-3)
        guard rate >= AgentLimits.leastDiskRate.bytesPerSecond else {
            try await hardware.eraseMetadata(of: disk)
            let (found, least) = (
                Int(rate / 1e6), Int(AgentLimits.leastDiskRate.bytesPerSecond / 1e6)
            )
            return .failed(
                reason: "\(disk.label): it reads \(found) MB/s, and \(least) is the least")
        }
        return .succeeded
    }
}
