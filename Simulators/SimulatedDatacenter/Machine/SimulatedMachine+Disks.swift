public import Hardware
public import Simulation
public import World

extension SimulatedMachine {
    /// The partitions on a disk, in order; empty where there are none or there is no such disk.
    public func partitions(of disk: String) -> [DiskPartition] {
        contents(of: disk)?.partitions ?? []
    }

    /// How much of which image is on a disk; nil where nothing is.
    public func image(on disk: String) -> (digest: ImageDigest, extent: WrittenExtent)? {
        contents(of: disk).map { ($0.image, $0.extent) }
    }

    /// Streams an image from a server over a disk, as fast as network and disk let it.
    ///
    /// - Returns: the checksum of what is on the disk now, which for a damaged download is not
    ///   the image's.
    /// - Throws: ``DeviceError``; whatever was on the disk before is gone where the write had
    ///   begun.
    public func download(
        _ image: ImageReference,
        from server: HostAddress,
        to disk: String,
        process: SimulatedProcess
    ) async throws(DeviceError) -> ImageDigest {
        let index = try reserve(disk, for: process, needing: image.size)
        let wasTorn = has(.tornImage)
        let serial = specification.disks[index].serial
        record(.writeStarted(name, disk: disk, serial: serial, image: image.digest))
        state.write { $0.disks[index].contents = DiskContents(image, cutAfter: .zero) }
        do {
            try await fetch(image.size, image.name.text, from: server, onto: index, process)
        } catch {
            finish(index, DiskContents(image, cutAfter: error.arrived))
            if case .stopped = error { throw .revoked }
            throw .transfer(error)
        }
        if has(.diskFull) {
            // Writes are buffered: the want of room shows when they are flushed.
            let share = timing.draw(in: 0.1...0.9, for: .disks)
            let written = ByteCount(bytes: Int64(Double(image.size.bytes) * share))
            finish(index, DiskContents(image, cutAfter: written))
            throw .diskFull(disk)
        }
        let contents = wasTorn || has(.tornImage) ? damaged(image) : DiskContents(image)
        finish(index, contents)
        return contents.digest
    }

    /// Erases a disk. Its contents are gone from the first moment on.
    public func erase(
        _ disk: String,
        _ method: EraseMethod,
        process: SimulatedProcess
    ) async throws(DeviceError) {
        let index = try reserve(disk, for: process, needing: .zero)
        state.write { $0.disks[index].contents = nil }
        record(.erased(name, disk: disk))
        defer { state.write { $0.disks[index].isBusy = false } }
        let size = Double(specification.disks[index].size.bytes)
        let duration =
            switch method {
            case .metadata: timing.draw(\.metadataErase, for: .disks)
            case .whole: Duration.seconds(size / timing.diskWriteRate.bytesPerSecond)
            }
        do {
            try await process.wait(
                WaitReason("erases", disk),
                until: fabric.simulator.now + duration
            )
        } catch { throw .revoked }
    }

    /// Moves data from a server to this machine, and onto one of its disks if one is named.
    func fetch(
        _ size: ByteCount,
        _ what: String,
        from server: HostAddress,
        onto disk: Int? = nil,
        _ process: SimulatedProcess
    ) async throws(TransferError) {
        guard let source = fabric.network.machine(at: server) else {
            let deadline = fabric.simulator.now + timing.profile.stallLimit
            do {
                try await process.wait(WaitReason("looks for", server.text), until: deadline)
            } catch { throw .stopped(arrived: .zero) }
            throw .unreachable
        }
        var path = source === self ? [] : source.port.route(to: port)
        if let disk { path.append(state.read { $0.disks[disk].link }) }
        try await fabric.transfers.move(size, over: path, what: what, by: process)
    }

    func contents(of disk: String) -> DiskContents? {
        state.read { state in state.disks.first { $0.facts.name == disk }?.contents }
    }

    private func reserve(
        _ disk: String,
        for process: SimulatedProcess,
        needing size: ByteCount
    ) throws(DeviceError) -> Int {
        do { try process.check() } catch { throw .revoked }
        guard power == .on else { throw .revoked }
        guard let index = specification.disks.firstIndex(where: { $0.name == disk }) else {
            throw .noSuchDisk(disk)
        }
        guard size <= specification.disks[index].size else { throw .tooSmall(disk, size) }
        let isFree = state.write { state in
            defer { state.disks[index].isBusy = true }
            return !state.disks[index].isBusy
        }
        guard isFree else { throw .diskBusy(disk) }
        return index
    }

    private func finish(_ index: Int, _ contents: DiskContents) {
        state.write {
            $0.disks[index].contents = contents
            $0.disks[index].isBusy = false
        }
        record(
            .writeEnded(
                name,
                disk: specification.disks[index].name,
                image: contents.image,
                extent: contents.extent
            )
        )
    }

    private func damaged(_ image: ImageReference) -> DiskContents {
        let roles = PartitionRole.allCases
        let role = roles[Int(timing.draw(in: 0...Double(roles.count).nextDown, for: .disks))]
        return DiskContents(
            image,
            damagedIn: role,
            isSurvivable: timing.happens(Ratio(0.5), in: .disks)
        )
    }
}
