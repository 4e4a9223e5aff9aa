public import Hardware
public import Simulation
import World

extension SimulatedMachine {
    /// What the ephemeral partition of a disk holds; nil where there is none that is formatted.
    public func ephemeral(on disk: String) -> EphemeralContents? {
        state.read { state in state.disks.first { $0.facts.name == disk }?.ephemeral }
    }

    /// How a disk is divided for an image of a root file system; nil where it is not.
    public func partitionTable(
        of disk: String, process: SimulatedProcess
    ) async throws(DeviceError) -> PartitionTable? {
        let found = try reserve(disk, for: process, needing: .zero)
        defer { release(found.number) }
        try await spend(.milliseconds(200), "looks at", disk, process)
        return block(found.number)?.table
    }

    /// Wipes what a disk held and divides it.
    public func makePartitions(
        _ table: PartitionTable, on disk: String, process: SimulatedProcess
    ) async throws(DeviceError) {
        let found = try reserve(disk, for: process, needing: table.leastDisk)
        defer { release(found.number) }
        try checkWritable(found, disk)
        if !found.faults.contains(.lostWrite) {
            loseTable(of: found.number)
            change(found.number) {
                $0.contents = nil
                $0.table = table
            }
        }
        let duration = timing.draw(\.metadataErase, for: .disks)
        try await spend(duration * found.slowdown, "divides", disk, process)
        try checkThere(found.number, disk, doing: .write)
    }

    /// Makes an empty file system on a partition; what it held is gone.
    public func makeFileSystem(
        _ format: String, on purpose: PartitionPurpose, of disk: String, process: SimulatedProcess
    ) async throws(DeviceError) {
        let found = try reserve(disk, for: process, needing: .zero)
        defer { release(found.number) }
        try checkWritable(found, disk)
        guard found.table?[purpose] != nil else { throw .noSuchPartition(disk, purpose) }
        if purpose == .ephemeral, !found.faults.contains(.lostWrite) {
            loseEphemeral(of: found.number)
            change(found.number) { $0.ephemeral = EphemeralContents(format: format, data: nil) }
        }
        let duration = timing.draw(\.metadataErase, for: .disks)
        try await spend(duration * found.slowdown, "formats", disk, process)
        try checkThere(found.number, disk, doing: .write)
    }

    /// Wipes the signatures of one partition.
    public func wipe(
        _ purpose: PartitionPurpose, of disk: String, process: SimulatedProcess
    ) async throws(DeviceError) {
        let found = try reserve(disk, for: process, needing: .zero)
        defer { release(found.number) }
        try checkWritable(found, disk)
        guard found.table?[purpose] != nil else { throw .noSuchPartition(disk, purpose) }
        if !found.faults.contains(.lostWrite) {
            if purpose == .ephemeral { loseEphemeral(of: found.number) }
            if purpose == .root { change(found.number) { $0.contents = nil } }
        }
        try await spend(.milliseconds(200), "wipes a part of", disk, process)
        try checkThere(found.number, disk, doing: .write)
    }

    /// A disk that is divided no more holds nothing that was on a part of it.
    func loseTable(of number: DiskNumber) {
        loseEphemeral(of: number)
        change(number) { $0.table = nil }
        loseComponents(on: number)
    }

    private func loseEphemeral(of number: DiskNumber) {
        guard let disk = block(number), disk.ephemeral != nil else { return }
        change(number) { $0.ephemeral = nil }
        record(
            .partitionLost(
                name, disk: disk.facts.name, serial: disk.facts.serial, .ephemeral))
    }

    /// A system that finds an empty ephemeral file system on its disk uses it.
    func fillEphemeral(on disk: String, with image: ImageDigest) {
        guard let found = state.read({ $0.disks.first { $0.facts.name == disk } }),
            let ephemeral = found.ephemeral, ephemeral.data == nil
        else { return }
        let moment = fabric.simulator.now.nanoseconds
        let data = DiskContents.digest(of: image, "\(found.facts.serial) since \(moment)")
        change(found.number) { $0.ephemeral?.data = data }
    }

    func checkRoom(
        for image: ImageReference, in area: DiskArea, of disk: SimulatedDisk
    ) throws(DeviceError) {
        guard case .partition(let purpose) = area else { return }
        guard let partition = disk.table?[purpose] else {
            throw .noSuchPartition(disk.facts.name, purpose)
        }
        guard image.size <= partition.size else { throw .tooSmall(disk.facts.name, image.size) }
    }

    func checkWritable(_ disk: SimulatedDisk, _ name: String) throws(DeviceError) {
        if disk.faults.contains(.diskReadOnly) { throw .writeProtected(name) }
        if case .unwritable(let at)? = disk.badSector {
            throw .sectorFailed(name, doing: .write, at: at)
        }
    }
}
