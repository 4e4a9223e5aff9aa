import Hardware
import Simulation
import World

extension SimulatedMachine {
    /// Letters of the kernel's disk names, in order.
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

    var raidInventory: RAIDInventory {
        state.read { $0.raid?.inventory }
            ?? RAIDInventory(controllers: [], disks: [], volumes: [])
    }

    /// Builds a volume; the machine finds it as a new disk.
    ///
    /// - Returns: why not, in words; nil where it is built.
    func buildVolume(_ request: RAIDVolumeRequest) -> String? {
        guard var raid = state.read({ $0.raid }) else { return "there is no RAID controller" }
        let disks = state.read { $0.disks }
        let number = DiskNumber(value: (disks.map(\.number.value).max() ?? -1) + 1)
        let volume: RAIDVolume
        do {
            volume = try raid.build(request, as: number, of: specification.identity.serialNumber)
        } catch { return error.description }
        let facts = Self.facts(of: volume, among: disks, raid: raid)
        let disk = SimulatedDisk(
            number, facts, fabric.transfers.addLink(timing.diskWriteRate), nil)
        state.write {
            $0.raid = raid
            $0.disks.append(disk)
        }
        setSpeeds()
        return nil
    }

    /// Removes a volume, with all that is on it.
    func removeVolume(_ name: RAIDVolumeName) {
        guard let volume = state.write({ $0.raid?.remove(name) }), let disk = block(volume.number)
        else { return }
        loseSystem(on: disk)
        state.write { state in state.disks.removeAll { $0.number == volume.number } }
    }

    private static func facts(
        of volume: RAIDVolume, among disks: [SimulatedDisk], raid: RAIDArray
    ) -> DiskFacts {
        let taken = disks.map(\.usualName)
        let names = letters.map { "/dev/sd\($0)" }
        let place = disks.count
        let isRotational = raid.members.contains {
            volume.disks.contains($0.disk.name) && $0.disk.medium == .hdd
        }
        return DiskFacts(
            name: names.first { !taken.contains($0) } ?? "/dev/sdz\(place)",
            model: "RAID \(volume.level.rawValue)", vendor: "Simulated",
            serial: String(volume.wwn.dropFirst(2)), wwn: volume.wwn, hctl: "9:2:\(place):0",
            byPath: "/dev/disk/by-path/pci-0000:02:00.0-scsi-0:2:\(place):0", size: volume.size,
            isRotational: isRotational)
    }

    // MARK: Faults

    /// A disk behind the controller dies: one of the volume that the machine sees as this disk.
    func failMember(behind number: DiskNumber) {
        guard let volume = state.read({ $0.raid?.volume(behind: number) }) else { return }
        let failed = state.write { $0.raid?.failMember(of: volume) }
        log(
            .driveFault, .critical,
            "RAID volume \(volume.told.name): disk \(failed?.text ?? "") failed")
        settleVolumes()
    }

    /// New disks go into the places of those that failed, and are filled for as long as that takes.
    func replaceMembers() {
        let begun = state.write { $0.raid?.replaceFailed() ?? [] }
        for disk in begun {
            let rate = timing.profile.rebuildRate.bytesPerSecond
            let duration = Duration.seconds(Double(disk.size.bytes) / rate)
            let simulator = fabric.simulator
            simulator.schedule(at: simulator.now + duration) { [self] in
                finishRebuild(of: disk.name)
            }
        }
        settleVolumes()
    }

    private func finishRebuild(of name: RAIDDiskName) {
        let rebuilt = state.read { state in
            state.raid?.volumes.filter { $0.told.disks.contains(name) && !$0.hasFailed } ?? []
        }
        state.write { $0.raid?.finishRebuild(of: name) }
        for volume in rebuilt { loseUnreadable(on: volume.number) }
        settleVolumes()
    }

    /// The controller's battery is gone or back: without it every write waits for the disks.
    func setBattery(isGood: Bool) {
        guard state.read({ $0.raid != nil }) else { return }
        state.write { $0.raid?.isBatteryGood = isGood }
        log(
            .other, isGood ? .informational : .warning,
            "RAID battery \(isGood ? "charged" : "failed")")
        setSpeeds()
    }

    /// Brings the disks that the machine sees to what their volumes are.
    private func settleVolumes() {
        guard let raid = state.read({ $0.raid }) else { return }
        for volume in raid.volumes {
            guard let disk = block(volume.number) else { continue }
            let hasFailed = raid.condition(of: volume) == .failed
            guard hasFailed != disk.isOffline else { continue }
            change(volume.number) {
                $0.isOffline = hasFailed
                guard hasFailed else { return }
                $0.contents = nil
                $0.table = nil
                $0.ephemeral = nil
            }
            if hasFailed { loseSystem(on: disk) }
        }
        setSpeeds()
    }

    private func setSpeeds() {
        guard let raid = state.read({ $0.raid }) else { return }
        for volume in raid.volumes {
            let isWhole = raid.condition(of: volume) == .optimal
            change(volume.number) {
                $0.readSlowdown = isWhole ? 1 : timing.profile.degradedSlowdown
                $0.writeSlowdown = raid.isBatteryGood ? 1 : timing.profile.writeThroughSlowdown
            }
            updateSpeed(of: volume.number)
        }
    }
}
