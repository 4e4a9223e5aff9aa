import Hardware
import World

extension AgentWorker {
    /// Deploys a partition image (ironic-python-agent's `work_on_disk`): the table, the image on
    /// its root partition, swap, and an ephemeral file system, unless that is to be kept.
    func perform(_ write: PartitionWrite) async throws(HardwareAccessError) {
        let facts = try await hardware.facts()
        let disk = try await rootDevice(write.root)
        guard try await hardware.softwareRAID().allSatisfy({ $0.name != disk.name }) else {
            throw .unfit("\(disk.label): software RAID takes images of whole disks only")
        }
        let table = PartitionTable(
            write.layout, for: facts.bootMode, architecture: facts.processor.architecture.text)
        try check(write, table, disk)
        switch write.ephemeral {
        case .made: try await hardware.makePartitions(table, on: disk)
        case .preserved: try await checkKept(table, on: disk)
        }
        if table[.efiSystem] != nil {
            try await hardware.makeFileSystem("vfat", on: .efiSystem, of: disk)
        }
        try await self.write(
            write.image, from: write.servers, to: disk, over: .partition(.root))
        if table[.swap] != nil {
            try await hardware.makeFileSystem("swap", on: .swap, of: disk)
        }
        if table[.ephemeral] != nil, write.ephemeral == .made {
            try await hardware.makeFileSystem(
                write.layout.ephemeralFormat, on: .ephemeral, of: disk)
        }
    }

    private func check(
        _ write: PartitionWrite, _ table: PartitionTable, _ disk: DiskFacts
    ) throws(HardwareAccessError) {
        let (image, root) = (write.image, write.layout.root)
        guard image.size <= root else {
            throw .unfit(
                "the root partition is too small for image \(image.name), which takes"
                    + " \(image.size): it is to have \(root)")
        }
        guard table.leastDisk <= disk.size else {
            throw .unfit(
                "\(disk.label) is too small for its partitions, which take \(table.leastDisk): it"
                    + " has \(disk.size)")
        }
    }

    /// Nothing is kept on a disk that is not divided as it was: what the table says to be the
    /// ephemeral partition would be something else.
    private func checkKept(
        _ table: PartitionTable, on disk: DiskFacts
    ) async throws(HardwareAccessError) {
        let found = try await hardware.partitionTable(of: disk)
        for partition in table.partitions where found?[partition.purpose] != partition {
            throw .unfit(
                "\(disk.label): it has no \(partition.purpose.rawValue) partition of"
                    + " \(partition.size) where the deployment made one; nothing on it was touched")
        }
    }
}
