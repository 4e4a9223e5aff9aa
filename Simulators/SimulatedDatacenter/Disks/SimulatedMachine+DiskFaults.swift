import Hardware
import OrderedCollections
import Simulation
import World

// MARK: Coming and going

extension SimulatedMachine {
    /// Lets a fault befall one of the machine's disks.
    func befallDisk(_ fault: HardwareFault) {
        guard let disk = victim().map({ holder(of: $0, befallenBy: fault) }) else { return }
        // A dead disk behind a controller is the controller's affair.
        if fault == .diskDead, state.read({ $0.raid?.volume(behind: disk.number) }) != nil {
            return failMember(behind: disk.number)
        }
        change(disk.number) { $0.faults.append(fault) }
        switch fault {
        case .sectorError: spoilSector(of: disk)
        case .bitRot: spoil(disk.number, .rotten)
        case .diskSlow:
            let factor = timing.draw(in: timing.profile.slowDisk, for: .diskFaults)
            setSlowdown(of: disk.number, to: factor)
        case .diskDead, .diskUnplugged: loseSystem(on: disk)
        case .diskLocked:
            change(disk.number) { $0.lock = .locked }
            loseSystem(on: disk)
        default: break
        }
        settleArrays()
        log(.driveFault, .critical, "\(disk.facts.label): \(fault.rawValue)")
    }

    /// Takes a fault from whichever disk has it.
    func mendDisks(_ fault: HardwareFault) {
        if fault == .diskDead { replaceMembers() }
        let found = state.read { state in state.disks.filter { $0.faults.contains(fault) } }
        for disk in found {
            change(disk.number) { $0.faults.remove(fault) }
            switch fault {
            case .sectorError: change(disk.number) { $0.badSector = nil }
            case .diskSlow: setSlowdown(of: disk.number, to: 1)
            case .diskDead: replace(disk.number)
            case .diskLocked: change(disk.number) { $0.lock = .disabled }
            default: break
            }
        }
        fillArrays()
    }

    /// The disk that a fault befalls: one at work, else the one that the running system is on, else
    /// one that holds something, else the first. A fault of a disk that nobody uses is no event.
    private func victim() -> SimulatedDisk? {
        let system = systemDisk
        return state.read { state in
            let disks = state.disks.filter(\.isAlive)
            return disks.first { $0.isBusy } ?? disks.first { $0.facts.name == system }
                ?? disks.first { $0.contents != nil } ?? disks.first
        }
    }

    /// The name of the disk that the running system was started from.
    var systemDisk: String? {
        if case .disk(_, _, let name)? = system?.system { return name }
        return nil
    }

    /// Whether the disk that the running system is on can be written to.
    public var takesWrites: Bool {
        let system = systemDisk
        return state.read { state in
            let disk = state.disks.first { $0.facts.name == system }
            return disk?.faults.contains(.diskReadOnly) != true
        }
    }

    private func setSlowdown(of number: DiskNumber, to factor: Double) {
        change(number) { $0.slowdown = factor }
        updateSpeed(of: number)
    }

    /// Lets the disk take what it can take now.
    func updateSpeed(of number: DiskNumber) {
        guard let disk = block(number) else { return }
        let rate = timing.diskWriteRate.bytesPerSecond / (disk.slowdown * disk.writeSlowdown)
        fabric.transfers.setCapacity(of: disk.link, to: Bandwidth(bytesPerSecond: rate))
    }

    /// One of the disks of a RAID volume dies, if the machine has one.
    func degradeVolume() {
        let system = systemDisk
        let number: DiskNumber? = state.read { state in
            let volumes = state.raid?.volumes.map(\.number) ?? []
            let disks = state.disks.filter { volumes.contains($0.number) && $0.isAlive }
            return
                (disks.first { $0.isBusy } ?? disks.first { $0.facts.name == system }
                ?? disks.first)?.number
        }
        if let number { failMember(behind: number) }
    }

    /// What a volume's rebuild cannot read of the disks that are left is lost.
    func loseUnreadable(on number: DiskNumber) {
        if block(number)?.badSector == .unreadable { spoil(number, .unreadable) }
    }

    /// Puts an empty disk of the same kind into the place of one that died.
    private func replace(_ number: DiskNumber) {
        change(number) {
            $0.replacements += 1
            $0.contents = nil
            $0.table = nil
            $0.ephemeral = nil
            $0.facts = $0.facts.replaced($0.replacements)
        }
        loseComponents(on: number)
    }

    /// A system whose own disk is gone runs on from memory until it needs something from it, which
    /// is at once.
    func loseSystem(on disk: SimulatedDisk) {
        guard systemDisk == disk.facts.name else { return }
        let running: SimulatedProcess? = state.write { state in
            defer { state.stage = .stuck }
            return state.stage.process
        }
        record(.crashed(name, reason: "\(disk.facts.label), which its system is on, is gone"))
        updateLinks()
        running?.kill()
    }
}

// MARK: Blocks

extension SimulatedMachine {
    /// A sector goes bad, for reading or for writing.
    private func spoilSector(of disk: SimulatedDisk) {
        if timing.happens(Ratio(0.5), in: .diskFaults) {
            change(disk.number) { $0.badSector = .unreadable }
            spoil(disk.number, .unreadable)
        } else {
            let at = ByteCount.mebibytes(Int64(timing.draw(in: 1...1000, for: .diskFaults)))
            change(disk.number) { $0.badSector = .unwritable(at: at) }
        }
    }

    /// Lets a block of what is on a disk go bad; nothing happens where nothing is.
    private func spoil(_ number: DiskNumber, _ kind: BlockFlaw.Kind) {
        guard let contents = block(number)?.contents else { return }
        let flaw = draw(kind, in: contents)
        change(number) { $0.contents?.add(flaw) }
    }

    /// A block of the root file system, or of the loader, that starting needs.
    private func draw(_ kind: BlockFlaw.Kind, in contents: DiskContents) -> BlockFlaw {
        let role: PartitionRole =
            timing.happens(Ratio(0.8), in: .diskFaults) ? .root : .esp
        let size = max(contents.size(of: role).bytes >> 12, 1)
        let block = Int64(timing.draw(in: 0...Double(size).nextDown, for: .diskFaults))
        return BlockFlaw(kind: kind, partition: role, offset: ByteCount(bytes: block << 12))
    }

    /// What a write leaves that lost its data or its power after `arrived` bytes.
    func contentsCut(
        _ image: ImageReference, _ arrived: ByteCount, on number: DiskNumber
    ) -> DiskContents {
        let hasPower = power == .on
        guard !hasPower, block(number)?.faults.contains(.tornWrite) ?? false else {
            return DiskContents(image, cutAfter: arrived)
        }
        // The disk's cache had written the loader before the rest, and a block in part.
        let whole = DiskContents(image)
        let size = max(whole.size(of: .root).bytes >> 12, 1)
        let block = Int64(timing.draw(in: 0...Double(size).nextDown, for: .diskFaults))
        let torn = BlockFlaw(kind: .torn, partition: .root, offset: ByteCount(bytes: block << 12))
        return DiskContents(image, flaws: [torn])
    }

    /// Whether a write fails at its end, and how far it got until then.
    func failure(
        of image: ImageReference, on number: DiskNumber, named name: String
    ) -> (written: ByteCount, DeviceError)? {
        guard let disk = block(number), disk.isAlive else { return (.zero, .diskDead(name)) }
        if has(.diskFull) {
            // Writes are buffered: the want of room shows when they are flushed.
            let share = timing.draw(in: 0.1...0.9, for: .disks)
            let written = ByteCount(bytes: Int64(Double(image.size.bytes) * share))
            return (written, .diskFull(name))
        }
        if disk.faults.contains(.diskReadOnly) { return (.zero, .writeProtected(name)) }
        if case .unwritable(let at)? = disk.badSector, at < image.size {
            return (at, .sectorFailed(name, doing: .write, at: at))
        }
        return nil
    }

    /// What is on the disk after a write that it acknowledged.
    func kept(_ contents: DiskContents, on number: DiskNumber) -> DiskContents {
        guard let disk = block(number), !disk.faults.isEmpty else { return contents }
        var kept = contents
        if disk.badSector == .unreadable { kept.add(draw(.unreadable, in: contents)) }
        if disk.faults.contains(.bitRot) { kept.add(draw(.rotten, in: contents)) }
        if disk.faults.contains(.lostWrite) { kept.add(draw(.lost, in: contents)) }
        if disk.faults.contains(.misdirectedWrite) {
            kept.add(draw(.lost, in: contents))
            if !strayElsewhere(from: number) { kept.add(draw(.overwritten, in: contents)) }
        }
        return kept
    }

    /// A misdirected block may land on another disk, over what is there.
    ///
    /// - Returns: whether it did.
    private func strayElsewhere(from number: DiskNumber) -> Bool {
        let others = state.read { state in
            state.disks.filter { $0.number != number && $0.isAlive }
        }
        guard let other = others.first, timing.happens(Ratio(0.5), in: .diskFaults) else {
            return false
        }
        spoil(other.number, .overwritten)
        return true
    }

    /// What a download leaves that arrived damaged: one partition is not what it should be.
    func damaged(_ image: ImageReference) -> DiskContents {
        let roles = PartitionRole.allCases
        let role = roles[Int(timing.draw(in: 0...Double(roles.count).nextDown, for: .disks))]
        let isSurvivable = timing.happens(Ratio(0.5), in: .disks)
        let kind: BlockFlaw.Kind = isSurvivable && role == .root ? .damagedUnseen : .damaged
        return DiskContents(
            image, flaws: [BlockFlaw(kind: kind, partition: role, offset: .zero)])
    }
}
