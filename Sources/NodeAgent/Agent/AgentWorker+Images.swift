import Hardware
import World

extension AgentWorker {
    /// Writes a whole-disk image.
    func write(
        _ image: ImageReference, from servers: [HostAddress], onto root: RootDeviceChoice
    ) async throws(HardwareAccessError) {
        let disk = try await rootDevice(root)
        try await write(image, from: servers, to: disk, over: .wholeDisk)
    }

    /// Disks are looked up anew each time: their names may differ from those at introspection.
    func rootDevice(
        _ choice: RootDeviceChoice
    ) async throws(HardwareAccessError) -> DiskFacts {
        let disks = try await hardware.facts().disks
        let arrays = try await hardware.softwareRAID()
        guard let root = choice.device(among: disks, with: arrays) else {
            throw .unfit("no disk is a fit root device among \(disks.count)")
        }
        guard root.medium.isInstallable else {
            throw .unfit(
                "the root device hints name \(root.label), which is \(root.medium.rawValue)")
        }
        return root
    }

    /// Writes an image and reads it back. It comes from the first server that gives it whole.
    func write(
        _ image: ImageReference, from servers: [HostAddress], to disk: DiskFacts,
        over area: DiskArea
    ) async throws(HardwareAccessError) {
        guard !servers.isEmpty else {
            throw .unfit("image \(image.name): nobody was named who serves it")
        }
        for attempt in 1...AgentLimits.downloads {
            let server = servers[(attempt - 1) % servers.count]
            do throws(HardwareAccessError) {
                let written = try await hardware.write(image, from: server, to: disk, over: area)
                if written == image.digest { return try await verify(image, on: disk, area) }
                // What is there might start, should the machine be reset before it is cleaned.
                try await wipe(area, of: disk)
                throw .unfit("image \(image.name): the checksum of what arrived is wrong")
            } catch {
                guard error.isTransient, attempt < AgentLimits.downloads else { throw error }
            }
        }
    }

    /// Reads back what was written: a disk may say that it took what it lost, put elsewhere or
    /// cannot give back. How long that takes shows a disk that fails by being slow.
    private func verify(
        _ image: ImageReference, on disk: DiskFacts, _ area: DiskArea
    ) async throws(HardwareAccessError) {
        let start = clock.now
        let found: ImageDigest
        do { found = try await hardware.readBack(image, from: disk, in: area) } catch {
            try? await wipe(area, of: disk)
            throw error
        }
        guard found == image.digest else {
            try await wipe(area, of: disk)
            throw .unfit(
                "\(disk.label): what was read back is not image \(image.name), which was"
                    + " written to it")
        }
        let seconds = (clock.now - start) / .seconds(1)
        let rate = Double(image.size.bytes) / max(seconds, 1e-3)
        guard rate < AgentLimits.leastDiskRate.bytesPerSecond else { return }
        try await wipe(area, of: disk)
        let (speed, least) = (Int(rate / 1e6), Int(AgentLimits.leastDiskRate.bytesPerSecond / 1e6))
        throw .unfit("\(disk.label): it reads \(speed) MB/s, and \(least) is the least")
    }

    /// Beside a partition that failed there may be one that is to be kept.
    private func wipe(
        _ area: DiskArea, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        switch area {
        case .wholeDisk: try await hardware.eraseMetadata(of: disk)
        case .partition(let purpose): try await hardware.wipe(purpose, of: disk)
        }
    }
}
