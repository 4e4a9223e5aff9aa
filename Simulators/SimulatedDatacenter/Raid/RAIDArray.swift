import Hardware

/// The RAID controllers of one machine: a value that is told what happens to disks and volumes.
struct RAIDArray: Sendable {
    /// How a volume is.
    enum Condition: Sendable, Hashable {
        case optimal
        /// It has all of its data, and less redundancy than it was built with.
        case degraded
        /// Too many of its disks are gone.
        case failed
    }

    struct Volume: Sendable, Hashable {
        let told: RAIDVolume
        /// The disk that the machine sees.
        let number: DiskNumber
        /// What it takes of each of its disks.
        let share: ByteCount
        /// A volume that has failed stays so, whatever becomes of its disks.
        var hasFailed = false
    }

    let controllers: [RAIDControllerName]
    private(set) var members: [RAIDMember]
    private(set) var volumes: [Volume] = []
    /// Without its battery a controller does not dare to keep writes in its memory.
    var isBatteryGood = true
    private var built = 0

    init(_ controllers: [RAIDControllerSpecification]) {
        self.controllers = controllers.map(\.name)
        members = controllers.flatMap(\.disks).map { RAIDMember(disk: $0) }
    }

    var inventory: RAIDInventory {
        RAIDInventory(
            controllers: controllers, disks: members.map(\.told), volumes: volumes.map(\.told))
    }

    // MARK: Building

    /// Builds a volume.
    ///
    /// - Parameter identity: what the machine is known by, so that no two volumes share a name.
    mutating func build(
        _ request: RAIDVolumeRequest, as number: DiskNumber, of identity: String
    ) throws(RAIDRefusal) -> RAIDVolume {
        let share = try share(for: request)
        built += 1
        let whole = request.level.capacity(of: request.disks.count, each: share)
        let volume = RAIDVolume(
            name: request.name, controller: request.controller, level: request.level,
            size: request.size ?? whole, disks: request.disks,
            wwn: "0x6\(DiskContents.digest(of: ImageDigest(identity), "volume \(built)").text)")
        volumes.append(Volume(told: volume, number: number, share: share))
        return volume
    }

    /// - Returns: the volume that is gone; nil where there was none of that name.
    mutating func remove(_ name: RAIDVolumeName) -> Volume? {
        guard let index = volumes.firstIndex(where: { $0.told.name == name }) else { return nil }
        return volumes.remove(at: index)
    }

    /// What the volume takes of each of its disks.
    private func share(for request: RAIDVolumeRequest) throws(RAIDRefusal) -> ByteCount {
        guard controllers.contains(request.controller) else {
            throw RAIDRefusal("there is no RAID controller '\(request.controller)'")
        }
        guard !volumes.contains(where: { $0.told.name == request.name }) else {
            throw RAIDRefusal("there is a volume '\(request.name)' already")
        }
        guard Set(request.disks).count == request.disks.count else {
            throw RAIDRefusal("a disk is named twice")
        }
        if let objection = request.level.objection(to: request.disks.count) {
            throw RAIDRefusal(objection)
        }
        var least: ByteCount?
        for name in request.disks {
            let free = try free(of: name, behind: request.controller)
            least = min(least ?? free, free)
        }
        let each = least ?? .zero
        let whole = request.level.capacity(of: request.disks.count, each: each)
        guard let size = request.size else {
            if each == .zero { throw RAIDRefusal("its disks have no room left") }
            return each
        }
        guard size <= whole, size > .zero else {
            throw RAIDRefusal("its disks have room for \(whole), not for \(size)")
        }
        let part = Double(size.bytes) / Double(whole.bytes)
        return ByteCount(bytes: Int64((Double(each.bytes) * part).rounded(.up)))
    }

    private func free(
        of name: RAIDDiskName, behind controller: RAIDControllerName
    ) throws(RAIDRefusal) -> ByteCount {
        guard let member = members.first(where: { $0.disk.name == name }),
            member.disk.controller == controller
        else { throw RAIDRefusal("controller '\(controller)' has no disk '\(name)'") }
        guard member.health == .healthy else { throw RAIDRefusal("disk '\(name)' has failed") }
        let taken = volumes.filter { $0.told.disks.contains(name) }.map(\.share.bytes)
        return ByteCount(bytes: max(0, member.disk.size.bytes - taken.reduce(0, +)))
    }

    // MARK: Failing

    func volume(behind number: DiskNumber) -> Volume? { volumes.first { $0.number == number } }

    func condition(of volume: Volume) -> Condition {
        if volume.hasFailed { return .failed }
        let missing = missing(of: volume)
        if missing.isEmpty { return .optimal }
        let survives = volume.told.level.survives(
            losing: missing, of: volume.told.disks.count)
        return survives ? .degraded : .failed
    }

    /// The next disk of a volume dies: its first that still lives.
    mutating func failMember(of volume: Volume) -> RAIDDiskName? {
        let alive = volume.told.disks.first { name in
            members.contains { $0.disk.name == name && $0.health == .healthy }
        }
        guard let alive, let index = members.firstIndex(where: { $0.disk.name == alive }) else {
            return nil
        }
        members[index].health = .failed
        for index in volumes.indices where condition(of: volumes[index]) == .failed {
            volumes[index].hasFailed = true
        }
        return alive
    }

    /// Puts new disks into the places of those that failed.
    ///
    /// - Returns: those that a volume is rebuilt on now.
    mutating func replaceFailed() -> [RAIDDisk] {
        var begun: [RAIDDisk] = []
        for index in members.indices where members[index].health == .failed {
            members[index].health = .rebuilding
            begun.append(members[index].disk)
        }
        return begun
    }

    /// A new disk holds its part of every volume. Volumes that had failed are there again, empty.
    mutating func finishRebuild(of name: RAIDDiskName) {
        guard let index = members.firstIndex(where: { $0.disk.name == name }),
            members[index].health == .rebuilding
        else { return }
        members[index].health = .healthy
        for index in volumes.indices where missing(of: volumes[index]).isEmpty {
            volumes[index].hasFailed = false
        }
    }

    private func missing(of volume: Volume) -> [Int] {
        volume.told.disks.indices.filter { place in
            members.first { $0.disk.name == volume.told.disks[place] }?.health != .healthy
        }
    }
}
