public import Hardware

/// Chooses disks for the volumes of a configuration. Pure.
public struct RAIDPlanner: Sendable {
    private let inventory: RAIDInventory
    /// Taken by a volume that shares with nobody.
    private var taken: Set<RAIDDiskName> = []
    private var requests: [RAIDVolumeRequest] = []

    private init(_ inventory: RAIDInventory) {
        self.inventory = inventory
        taken = Set(inventory.volumes.flatMap(\.disks))
    }

    /// What a controller is asked for, in the configuration's order. The disks of volumes that are
    /// there already are left alone.
    ///
    /// - Throws: ``RAIDRefusal/disks(volume:reason:)`` for the first volume that finds no disks.
    public static func requests(
        for configuration: RAIDConfiguration, on inventory: RAIDInventory
    ) throws(RAIDRefusal) -> [RAIDVolumeRequest] {
        var planner = RAIDPlanner(inventory)
        // Whoever names its disks is served first, so that nobody else takes them.
        for disk in configuration.disks {
            if case .named(let names)? = disk.disks, !disk.sharesDisks {
                planner.taken.formUnion(names)
            }
        }
        for (index, disk) in configuration.disks.enumerated() { try planner.place(disk, index) }
        return planner.requests
    }

    private mutating func place(_ disk: LogicalDisk, _ index: Int) throws(RAIDRefusal) {
        let chosen = try disks(for: disk, index)
        guard let controller = chosen.first?.controller else {
            throw .disks(volume: index, reason: "it has no disks")
        }
        guard chosen.allSatisfy({ $0.controller == controller }) else {
            throw .disks(volume: index, reason: "its disks hang on several controllers")
        }
        let smallest = chosen.map(\.size).min() ?? .zero
        let capacity = disk.level.capacity(of: chosen.count, each: smallest)
        var size: ByteCount?
        if case .gibibytes(let count) = disk.size {
            size = .gibibytes(Int64(count))
            guard .gibibytes(Int64(count)) <= capacity else {
                throw .disks(volume: index, reason: "its disks hold \(capacity) under its level")
            }
        }
        if !disk.sharesDisks { taken.formUnion(chosen.map(\.name)) }
        requests.append(
            RAIDVolumeRequest(
                name: disk.name ?? RAIDVolumeName("volume-\(index)"), controller: controller,
                level: disk.level, size: size, disks: chosen.map(\.name)))
    }

    private func disks(for disk: LogicalDisk, _ index: Int) throws(RAIDRefusal) -> [RAIDDisk] {
        switch disk.disks {
        case .named(let names)?: return try named(names, disk, index)
        case .hinted?: throw .disks(volume: index, reason: "a controller takes names, not hints")
        case nil: return try free(for: disk, index)
        }
    }

    private func named(
        _ names: [RAIDDiskName], _ disk: LogicalDisk, _ index: Int
    ) throws(RAIDRefusal) -> [RAIDDisk] {
        var found: [RAIDDisk] = []
        for name in names {
            guard let entry = inventory.disks.first(where: { $0.name == name }) else {
                throw .disks(volume: index, reason: "there is no disk \(name)")
            }
            guard entry.isHealthy else {
                throw .disks(volume: index, reason: "disk \(name) has failed")
            }
            found.append(entry)
        }
        guard found.count >= disk.level.fewestDisks else {
            throw tooFew(found.count, disk, index)
        }
        return found
    }

    /// The smallest disks that will do, of the first controller that has enough.
    private func free(for disk: LogicalDisk, _ index: Int) throws(RAIDRefusal) -> [RAIDDisk] {
        var most = 0
        for controller in inventory.controllers
        where disk.controller == nil || disk.controller == controller {
            let fit = inventory.disks.filter {
                $0.controller == controller && $0.isHealthy && !taken.contains($0.name)
                    && (disk.medium == nil || $0.medium == disk.medium)
                    && (disk.attachment == nil || $0.attachment == disk.attachment)
            }
            most = max(most, fit.count)
            if let chosen = smallest(fit, for: disk) { return chosen }
        }
        throw tooFew(most, disk, index)
    }

    private func smallest(_ disks: [RAIDDisk], for disk: LogicalDisk) -> [RAIDDisk]? {
        let bySize = disks.enumerated().sorted {
            ($0.element.size, $0.offset) < ($1.element.size, $1.offset)
        }.map(\.element)
        let count = max(disk.diskCount ?? 0, disk.level.fewestDisks)
        guard bySize.count >= count else { return nil }
        for start in 0...(bySize.count - count) {
            let window = Array(bySize[start..<(start + count)])
            guard case .gibibytes(let size) = disk.size else {
                return Array(bySize.suffix(count))
            }
            let capacity = disk.level.capacity(of: count, each: window[0].size)
            if .gibibytes(Int64(size)) <= capacity { return window }
        }
        return nil
    }

    private func tooFew(_ count: Int, _ disk: LogicalDisk, _ index: Int) -> RAIDRefusal {
        let needed = max(disk.diskCount ?? 0, disk.level.fewestDisks)
        return .disks(
            volume: index,
            reason: "\(count) disks are fit and free, RAID-\(disk.level.rawValue) of its size "
                + "needs \(needed)")
    }
}
