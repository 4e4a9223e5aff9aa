import Hardware
public import Simulation

/// The files on a machine's disks. They are gone with the image or the partition that they lie on,
/// and survive everything else.
extension SimulatedMachine {
    /// Looks at a file system; nil where the disk has none of that kind.
    public func look<Answer>(
        at area: FileArea, on disk: String, _ body: (FileFolder) -> Answer
    ) throws(DeviceError) -> Answer? {
        guard let found = state.look({ $0.disks.first { $0.facts.name == disk } }) else {
            throw .noSuchDisk(disk)
        }
        guard found.isAlive else { throw .diskDead(disk) }
        return found.files(area).map(body)
    }

    /// Changes a file system in one step.
    /// - Throws: where the disk takes no writes or has no such file system, or the system that
    ///   asks is gone.
    public func change<Answer>(
        _ area: FileArea, on disk: String, process: SimulatedProcess,
        _ body: (inout FileFolder) -> Answer
    ) throws(DeviceError) -> Answer {
        guard process.isAlive else { throw .revoked }
        let number = try writable(disk)
        var answer: Answer?
        change(number) { disk in
            guard var files = disk.takeFiles(area) else { return }
            answer = body(&files)
            disk.putFiles(files, area)
        }
        guard let answer else { throw .noSuchPartition(disk, .ephemeral) }
        return answer
    }

    /// The disk's number alone, so that nobody else has its files while they are changed.
    private func writable(_ disk: String) throws(DeviceError) -> DiskNumber {
        guard let found = state.look({ $0.disks.first { $0.facts.name == disk } }) else {
            throw .noSuchDisk(disk)
        }
        guard found.isAlive else { throw .diskDead(disk) }
        guard !found.faults.contains(.diskReadOnly) else { throw .writeProtected(disk) }
        guard !has(.diskFull) else { throw .diskFull(disk) }
        return found.number
    }
}

extension SimulatedDisk {
    fileprivate func files(_ area: FileArea) -> FileFolder? {
        switch area {
        case .root: contents?.files
        case .ephemeral: ephemeral?.files
        }
    }

    /// Takes files out while they are changed, so that they are not copied.
    fileprivate mutating func takeFiles(_ area: FileArea) -> FileFolder? {
        defer { putFiles(FileFolder(), area) }
        return files(area)
    }

    fileprivate mutating func putFiles(_ files: FileFolder, _ area: FileArea) {
        switch area {
        case .root: contents?.files = files
        case .ephemeral: ephemeral?.files = files
        }
    }
}
