public import Hardware
public import Simulation
public import World

extension SimulatedMachine {
    /// The disks that a kernel finds on the machine now, in the order of their places.
    public var disks: [DiskFacts] {
        state.read { $0.disks.filter(\.isPresent).map(\.facts) }
    }

    /// What a kernel calls the disks that finds them in their usual order, by serial number.
    public var usualDiskNames: [String: String] {
        let disks = state.read { $0.disks }
        return Dictionary(
            disks.map { ($0.facts.serial, $0.usualName) }, uniquingKeysWith: { first, _ in first })
    }

    /// The partitions on a disk, in order; empty where there are none or there is no such disk.
    public func partitions(of disk: String) -> [DiskPartition] {
        contents(of: disk)?.partitions ?? []
    }

    /// How much of which image is on a disk; nil where nothing is.
    public func image(on disk: String) -> (digest: ImageDigest, extent: WrittenExtent)? {
        contents(of: disk).map { ($0.image, $0.extent) }
    }

    /// Streams an image from a server over a disk or its root partition, as fast as network and
    /// disk let it.
    ///
    /// - Returns: the checksum of what arrived and was handed to the disk, which for a damaged
    ///   download is not the image's. What the disk made of it only ``readBack(_:from:process:)``
    ///   tells.
    /// - Throws: ``DeviceError``; whatever was on the disk before is gone where the write had
    ///   begun.
    public func download(
        _ image: ImageReference,
        from server: HostAddress,
        to disk: String,
        over area: DiskArea = .wholeDisk,
        process: SimulatedProcess
    ) async throws(DeviceError) -> ImageDigest {
        let found = try reserve(disk, for: process, needing: image.size)
        if found.faults.contains(.diskReadOnly) {
            release(found.number)
            throw .writeProtected(disk)
        }
        do throws(DeviceError) { try checkRoom(for: image, in: area, of: found) } catch {
            release(found.number)
            throw error
        }
        let wasTorn = has(.tornImage)
        record(
            .writeStarted(name, disk: disk, serial: found.facts.serial, image: image.digest))
        if area == .wholeDisk { loseTable(of: found.number) }
        change(found.number) { $0.contents = DiskContents(image, cutAfter: .zero) }
        do {
            try await fetch(image.size, image.name.text, from: server, onto: found.link, process)
        } catch {
            finish(found.number, contentsCut(image, error.arrived, on: found.number))
            if case .stopped = error { throw .revoked }
            throw .transfer(error)
        }
        if let (written, failure) = failure(of: image, on: found.number, named: disk) {
            finish(found.number, DiskContents(image, cutAfter: written))
            throw failure
        }
        let arrived = wasTorn || has(.tornImage) ? damaged(image) : DiskContents(image)
        finish(found.number, kept(arrived, on: found.number))
        return arrived.digest
    }

    /// Reads back as much of a disk as an image takes, past every cache.
    ///
    /// - Returns: the checksum of what is there.
    public func readBack(
        _ image: ImageReference, from disk: String, in area: DiskArea = .wholeDisk,
        process: SimulatedProcess
    ) async throws(DeviceError) -> ImageDigest {
        let found = try reserve(disk, for: process, needing: image.size)
        defer { release(found.number) }
        try checkRoom(for: image, in: area, of: found)
        let rate = timing.diskWriteRate.bytesPerSecond / (found.slowdown * found.readSlowdown)
        try await spend(.seconds(Double(image.size.bytes) / rate), "reads", disk, process)
        guard let now = block(found.number), now.isAlive else { throw .diskDead(disk) }
        guard let contents = now.contents else {
            return DiskContents.digest(of: image.digest, "nothing")
        }
        if let flaw = contents.flaws.first(where: { $0.kind == .unreadable }) {
            throw .sectorFailed(disk, doing: .read, at: flaw.offset)
        }
        return contents.image == image.digest
            ? contents.digest : DiskContents.digest(of: contents.digest, "for \(image.digest)")
    }

    /// Whether a disk holds partition tables or file systems (`wipefs` without a wipe).
    public func holdsSignatures(
        _ disk: String, process: SimulatedProcess
    ) async throws(DeviceError) -> Bool {
        let found = try reserve(disk, for: process, needing: .zero)
        defer { release(found.number) }
        try await spend(.milliseconds(200), "looks at", disk, process)
        let now = block(found.number)
        return now?.contents != nil || now?.table != nil
    }

    /// Erases a disk. Its contents are gone from the first moment on.
    public func erase(
        _ disk: String,
        _ method: EraseMethod,
        process: SimulatedProcess
    ) async throws(DeviceError) {
        let found = try reserve(disk, for: process, needing: .zero)
        defer { release(found.number) }
        if found.faults.contains(.diskReadOnly) { throw .writeProtected(disk) }
        if case .unwritable(let at)? = found.badSector {
            throw .sectorFailed(disk, doing: .erase, at: at)
        }
        // A disk that loses its writes says that it is wiped, and is not.
        if !found.faults.contains(.lostWrite) {
            loseTable(of: found.number)
            change(found.number) { $0.contents = nil }
            record(.erased(name, disk: disk, serial: found.facts.serial))
        }
        let size = Double(found.facts.size.bytes)
        let duration =
            switch method {
            case .metadata: timing.draw(\.metadataErase, for: .disks)
            case .whole: Duration.seconds(size / timing.diskWriteRate.bytesPerSecond)
            }
        try await spend(duration * found.slowdown, "erases", disk, process)
        try checkThere(found.number, disk, doing: .erase)
    }

    /// Moves data from a server to this machine, and onto a disk's link if one is named.
    func fetch(
        _ size: ByteCount,
        _ what: String,
        from server: HostAddress,
        onto disk: LinkNumber? = nil,
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
        if let disk { path.append(disk) }
        try await fabric.transfers.move(size, over: path, what: what, by: process)
    }

    func contents(of disk: String) -> DiskContents? {
        state.read { state in state.disks.first { $0.facts.name == disk }?.contents }
    }

    func block(_ number: DiskNumber) -> SimulatedDisk? {
        state.read { state in state.disks.first { $0.number == number } }
    }

    func change(_ number: DiskNumber, _ change: (inout SimulatedDisk) -> Void) {
        state.write { state in
            guard let index = state.disks.firstIndex(where: { $0.number == number }) else { return }
            change(&state.disks[index])
        }
    }

    /// Gives each disk the name that this boot's kernel finds for it.
    func nameDisks() {
        assembleArrays()
        let flips = state.read { $0.faults.contains(.diskNameFlip) && $0.disks.count > 1 }
        // Arrays are named by what their superblocks say.
        let arrays = state.read { $0.arrays.map(\.number) }
        let places = state.read { state in
            state.disks.indices.filter { !arrays.contains(state.disks[$0].number) }
        }
        var names = state.read { state in places.map { state.disks[$0].usualName } }
        if flips {
            // Drivers are probed side by side: whoever is ready first is named first.
            for last in stride(from: names.count - 1, to: 0, by: -1) {
                let drawn = timing.draw(in: 0...Double(last + 1).nextDown, for: .diskFaults)
                names.swapAt(last, Int(drawn))
            }
        }
        state.write { state in
            for (place, name) in zip(places, names) where state.disks[place].facts.name != name {
                state.disks[place].facts = state.disks[place].facts.renamed(name)
            }
        }
    }
}

// MARK: One at a time

extension SimulatedMachine {
    func reserve(
        _ disk: String,
        for process: SimulatedProcess,
        needing size: ByteCount
    ) throws(DeviceError) -> SimulatedDisk {
        do { try process.check() } catch { throw .revoked }
        guard power == .on else { throw .revoked }
        let found: SimulatedDisk? = state.read { state in
            state.disks.first { $0.facts.name == disk && $0.isPresent }
        }
        guard let found else { throw .noSuchDisk(disk) }
        guard found.isAlive else { throw .diskDead(disk) }
        guard found.lock != .locked else {
            throw .securityRefused(disk, reason: "it is locked by a password")
        }
        guard size <= found.facts.size else { throw .tooSmall(disk, size) }
        guard !found.isBusy else { throw .diskBusy(disk) }
        change(found.number) { $0.isBusy = true }
        return found
    }

    func release(_ number: DiskNumber) { change(number) { $0.isBusy = false } }

    /// A disk may be pulled out while somebody works on it.
    func checkThere(
        _ number: DiskNumber, _ disk: String, doing action: DiskAction
    ) throws(DeviceError) {
        guard let now = block(number), now.isPresent else {
            throw .diskGone(disk, doing: action)
        }
        guard now.isAlive else { throw .diskDead(disk) }
    }

    func spend(
        _ duration: Duration, _ doing: StaticString, _ disk: String, _ process: SimulatedProcess
    ) async throws(DeviceError) {
        do {
            try await process.wait(
                WaitReason(doing, disk), until: fabric.simulator.now + duration)
        } catch { throw .revoked }
    }

    private func finish(_ number: DiskNumber, _ contents: DiskContents) {
        change(number) {
            $0.contents = contents
            $0.isBusy = false
        }
        guard let disk = block(number) else { return }
        record(
            .writeEnded(
                name, disk: disk.facts.name, image: contents.image, extent: contents.extent))
    }
}
