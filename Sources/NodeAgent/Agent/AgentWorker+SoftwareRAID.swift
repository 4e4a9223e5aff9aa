import Hardware
import World

extension AgentWorker {
    /// Builds volumes of the machine's disks (ironic-python-agent's `create_configuration`). A disk
    /// that is divided already is left as it is, and nothing is built.
    func createSoftwareRAID(_ volumes: [SoftwareRAIDVolume]) async throws(HardwareAccessError) {
        guard !volumes.isEmpty else { return }
        let facts = try await hardware.facts()
        let label: PartitionLabel = facts.bootMode == .uefi ? .gpt : .msdos
        let plan: SoftwareRAIDPlan
        do {
            plan = try SoftwareRAIDPlan(
                volumes, on: facts.disks, for: facts.bootMode, label: label)
        } catch { throw .unfit("software RAID: \(error)") }
        var divided: [String] = []
        for disk in facts.disks where plan.disks.contains(disk.name) {
            if try await isInUse(disk) { divided.append(disk.name) }
        }
        guard divided.isEmpty else {
            throw .unfit(
                "software RAID: there are partitions on \(divided.joined(separator: ", "))")
        }
        try await hardware.buildSoftwareRAID(plan)
    }

    private func isInUse(_ disk: DiskFacts) async throws(HardwareAccessError) -> Bool {
        if disk.medium == .raidMember { return true }
        return try await hardware.holdsSignatures(disk)
    }

    /// Removes every device of software RAID, and the partitions of all disks that held one
    /// (`delete_configuration`). A disk that cannot be wiped does not keep the others from it.
    func deleteSoftwareRAID() async throws(HardwareAccessError) {
        for _ in 0..<AgentLimits.raidRemovals {
            let devices = try await hardware.softwareRAID()
            if devices.isEmpty { return }
            try await remove(devices)
        }
        let left = try await hardware.softwareRAID().map(\.name)
        guard left.isEmpty else {
            throw .unfit("software RAID: \(left.joined(separator: ", ")) could not be removed")
        }
    }

    private func remove(_ devices: [SoftwareRAIDDevice]) async throws(HardwareAccessError) {
        for device in devices {
            try await goingOn { () async throws(HardwareAccessError) in
                try await hardware.removeSoftwareRAID(device)
            }
        }
        // Other devices may have parts on the same disk: tables go when no device is left.
        let holders = Set(devices.flatMap(\.holders))
        for disk in try await hardware.facts().disks where holders.contains(disk.name) {
            try await goingOn { () async throws(HardwareAccessError) in
                try await hardware.eraseMetadata(of: disk)
            }
        }
    }

    /// The agent logs what a device refuses and goes on; what is left then shows whether it
    /// mattered.
    private func goingOn(
        _ work: () async throws(HardwareAccessError) -> Void
    ) async throws(HardwareAccessError) {
        do throws(HardwareAccessError) { try await work() } catch {
            if error == .stopped { throw error }
        }
    }
}
