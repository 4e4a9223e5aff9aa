import Hardware
import World

extension AgentWorker {
    /// Builds volumes of the machine's disks (ironic-python-agent's `create_configuration` and
    /// `apply_configuration`). A disk that is divided already is left as it is, and nothing is
    /// built.
    func createSoftwareRAID(_ order: SoftwareRAIDOrder) async throws(HardwareAccessError) {
        if order.existing == .goes { try await deleteSoftwareRAID(sparing: order.skipped) }
        guard !order.volumes.isEmpty else { return }
        let facts = try await hardware.facts()
        let survey = SoftwareRAIDSurvey(
            try await hardware.softwareRAID(), keeping: order.skipped)
        let plan: SoftwareRAIDPlan
        do {
            plan = try SoftwareRAIDPlan(
                order.volumes, on: facts.disks, for: facts.bootMode,
                label: order.label ?? (facts.bootMode == .uefi ? .gpt : .msdos), beside: survey)
        } catch { throw .unfit("software RAID: \(error)") }
        var divided: [String] = []
        for disk in facts.disks where plan.disks.contains(disk.name) {
            if try await isInUse(disk) { divided.append(disk.name) }
        }
        guard divided.isEmpty else {
            throw .unfit(
                "software RAID: there are partitions on \(divided.joined(separator: ", "))")
        }
        if !plan.devices.isEmpty { try await hardware.buildSoftwareRAID(plan) }
    }

    private func isInUse(_ disk: DiskFacts) async throws(HardwareAccessError) -> Bool {
        if disk.medium == .raidMember { return true }
        return try await hardware.holdsSignatures(disk)
    }

    /// Removes every device of software RAID but what is to be left alone, and the partitions of
    /// all disks that held one (`delete_configuration`). A disk that cannot be wiped does not keep
    /// the others from it.
    func deleteSoftwareRAID(
        sparing skipped: SkippedDevices?
    ) async throws(HardwareAccessError) {
        let kept = skipped?.volumes ?? []
        var left = try await hardware.softwareRAID()
        for _ in 0..<AgentLimits.raidRemovals where !left.isEmpty {
            let fates = SoftwareRAIDFates(left, keeping: kept)
            try await remove(left, fates)
            left = try await hardware.softwareRAID()
            let now = SoftwareRAIDFates(left, keeping: kept)
            guard left.contains(where: { now[$0.name] == .deleted }) else { return }
        }
        let now = SoftwareRAIDFates(left, keeping: kept)
        let stuck = left.filter { now[$0.name] == .deleted }.map(\.name)
        guard stuck.isEmpty else {
            throw .unfit("software RAID: \(stuck.joined(separator: ", ")) could not be removed")
        }
    }

    private func remove(
        _ devices: [SoftwareRAIDDevice], _ fates: SoftwareRAIDFates
    ) async throws(HardwareAccessError) {
        let disks = try await hardware.facts().disks
        for device in devices {
            switch fates[device.name] {
            case .deleted:
                try await goingOn { () async throws(HardwareAccessError) in
                    try await hardware.removeSoftwareRAID(device)
                }
            case .wiped:
                guard let disk = disks.first(where: { $0.name == device.name }) else { continue }
                try await wipe(disk)
            case .kept, .spared, nil: continue
            }
        }
        // Other devices may have parts on the same disk: tables go when no device is left.
        let stay = devices.filter { fates[$0.name] != .deleted }.flatMap(\.holders)
        let holders = Set(devices.flatMap(\.holders)).subtracting(stay)
        for disk in disks where holders.contains(disk.name) { try await wipe(disk) }
    }

    private func wipe(_ disk: DiskFacts) async throws(HardwareAccessError) {
        try await goingOn { () async throws(HardwareAccessError) in
            try await hardware.eraseMetadata(of: disk)
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
