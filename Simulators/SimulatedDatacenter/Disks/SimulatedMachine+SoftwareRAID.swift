public import Hardware
public import Simulation
import World

extension SimulatedMachine {
    /// What there is of software RAID, with disks by today's names.
    public var softwareRAID: [SoftwareRAIDDevice] {
        state.read { state in
            state.arrays.map { array in
                let holders = array.components.compactMap { component in
                    state.disks.first { $0.number == component.holder && $0.isPresent }?.facts.name
                }
                return SoftwareRAIDDevice(
                    name: array.name, volume: array.volume, holders: holders)
            }
        }
    }

    /// Divides disks and makes arrays of their partitions.
    public func buildSoftwareRAID(
        _ plan: SoftwareRAIDPlan, process: SimulatedProcess
    ) async throws(DeviceError) {
        for disk in plan.disks {
            let found = try reserve(disk, for: process, needing: .zero)
            defer { release(found.number) }
            try checkWritable(found, disk)
            guard found.facts.medium != .raidMember else {
                throw .raidRefused(disk, reason: "it is part of an array already")
            }
            let duration = timing.draw(\.metadataErase, for: .disks)
            try await spend(duration * found.slowdown, "divides", disk, process)
            try checkThere(found.number, disk, doing: .write)
        }
        for device in plan.devices { try build(device) }
    }

    private func build(_ device: SoftwareRAIDPlan.Device) throws(DeviceError) {
        var components: [SoftwareArray.Component] = []
        for component in device.components { components.append(try partition(component)) }
        let parts = components.map {
            ByteCount(bytes: $0.room.upperBound - $0.room.lowerBound)
        }
        guard let size = SoftwareArray.capacity(device.level, of: parts) else {
            throw .raidRefused(
                device.name,
                reason: "\(parts.count) disks are too few for RAID \(device.levelText)")
        }
        let disks = state.read { $0.disks }
        guard !disks.contains(where: { $0.facts.name == device.name }) else {
            throw .raidRefused(device.name, reason: "there is such a device already")
        }
        let holders = components.map(\.holder)
        let facts = DiskFacts(
            name: device.name, model: "", vendor: "", serial: "", wwn: "", hctl: "", byPath: "",
            size: size,
            isRotational: disks.contains { holders.contains($0.number) && $0.facts.isRotational })
        let number = DiskNumber(value: (disks.map(\.number.value).max() ?? -1) + 1)
        let disk = SimulatedDisk(
            number, facts, fabric.transfers.addLink(timing.diskWriteRate), nil)
        let array = SoftwareArray(
            name: device.name, volume: device.volume, level: device.level, number: number,
            components: components)
        state.write {
            $0.arrays.append(array)
            $0.disks.append(disk)
        }
        settleHolders()
    }

    /// The part of a disk that a partition takes.
    private func partition(
        _ component: SoftwareRAIDPlan.Component
    ) throws(DeviceError) -> SoftwareArray.Component {
        let disk = state.read { state in
            state.disks.first { $0.facts.name == component.disk && $0.isAlive }
        }
        guard let disk else { throw .noSuchDisk(component.disk) }
        let end = component.end ?? disk.facts.size
        guard end <= disk.facts.size, component.start < end else {
            throw .tooSmall(component.disk, end)
        }
        return SoftwareArray.Component(
            holder: disk.number, room: component.start.bytes...end.bytes)
    }

    /// Wipes an array, stops it, and takes its superblocks from its partitions.
    public func removeSoftwareRAID(
        _ name: String, process: SimulatedProcess
    ) async throws(DeviceError) {
        do { try process.check() } catch { throw .revoked }
        guard let array = state.read({ state in state.arrays.first { $0.name == name } }) else {
            throw .noSuchDisk(name)
        }
        guard block(array.number)?.isBusy == false else { throw .diskBusy(name) }
        try await spend(timing.draw(\.metadataErase, for: .disks), "stops", name, process)
        remove(array.number)
    }

    private func remove(_ number: DiskNumber) {
        guard let disk = block(number) else { return }
        loseSystem(on: disk)
        state.write { state in
            state.arrays.removeAll { $0.number == number }
            state.disks.removeAll { $0.number == number }
        }
        settleHolders()
    }

    /// Whoever asks is told which disks are used through an array.
    func settleHolders() {
        state.write { state in
            let holders = state.arrays.flatMap(\.components).filter { $0.standing != .stale }
                .map(\.holder)
            for index in state.disks.indices {
                let disk = state.disks[index]
                let medium =
                    holders.contains(disk.number) ? .raidMember : disk.usualMedium
                guard disk.facts.medium != medium else { continue }
                state.disks[index].facts = disk.facts.used(as: medium)
            }
        }
    }

    // MARK: Failing

    /// What befalls an array befalls the first of its disks that still lives.
    ///
    /// A block that goes bad on one disk is read from another, where there is another with it.
    func holder(of disk: SimulatedDisk, befallenBy fault: HardwareFault) -> SimulatedDisk {
        state.read { state in
            guard let array = state.arrays.first(where: { $0.number == disk.number }) else {
                return disk
            }
            if array.level == .stripe, fault == .sectorError || fault == .bitRot { return disk }
            let holders = array.components.filter { $0.standing == .current }.compactMap {
                component in
                state.disks.first { $0.number == component.holder && $0.isAlive }
            }
            return holders.first ?? disk
        }
    }

    /// Brings arrays to what their disks are. One that lost a disk and can do without goes on
    /// without it, even if it comes back; one that cannot is gone until its disks are there.
    func settleArrays() {
        let arrays = state.read { $0.arrays }
        guard !arrays.isEmpty else { return }
        for array in arrays {
            guard let disk = block(array.number), !disk.isOffline else { continue }
            if array.survives(isThere) {
                let gone = array.components.map(\.holder).filter { !isThere($0) }
                expel(from: array.number) { gone.contains($0.holder) }
            } else {
                change(array.number) { $0.isOffline = true }
                loseSystem(on: disk)
            }
        }
        settleHolders()
    }

    /// A kernel that starts finds arrays again that have their disks back.
    func assembleArrays() {
        for array in state.read({ $0.arrays }) {
            let isWhole = array.survives(isThere)
            if block(array.number)?.isOffline == isWhole {
                change(array.number) { $0.isOffline = !isWhole }
            }
        }
    }

    /// A disk's partitions are gone. An array that has lost too many of them is none any more.
    func loseComponents(on holder: DiskNumber) {
        let arrays = state.read { state in
            state.arrays.filter { array in
                array.components.contains { $0.holder == holder && $0.standing != .stale }
            }
        }
        guard !arrays.isEmpty else { return }
        for array in arrays {
            expel(from: array.number) { $0.holder == holder }
            let left = state.read { state in state.arrays.first { $0.number == array.number } }
            if left?.survives({ _ in true }) == false { remove(array.number) }
        }
        settleHolders()
    }

    func isThere(_ number: DiskNumber) -> Bool {
        block(number).map { $0.isAlive && $0.lock != .locked } ?? false
    }

    private func expel(
        from number: DiskNumber, _ isLost: (SoftwareArray.Component) -> Bool
    ) {
        state.write { state in
            guard let index = state.arrays.firstIndex(where: { $0.number == number }) else {
                return
            }
            for place in state.arrays[index].components.indices
            where isLost(state.arrays[index].components[place]) {
                state.arrays[index].components[place].standing = .stale
            }
        }
    }
}
