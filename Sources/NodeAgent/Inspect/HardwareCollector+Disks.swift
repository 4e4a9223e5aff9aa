import Facts

extension HardwareCollector {
    /// Of the kernel and of smartctl.
    mutating func disks() async throws(NodeSystemError) -> [Fact] {
        let names = desk.names(in: "/sys/block").filter { Self.isDisk($0) && size($0) > 0 }
        var facts = [Fact("disk", "logical", "count", "\(names.count)")]
        for name in names {
            facts += kernelFacts(name) + identifiers(name)
            facts += try await smart(name)
        }
        return facts
    }

    /// `sda`, `hda`, `vda`, `nvme0n1`.
    static func isDisk(_ name: String) -> Bool {
        name.hasPrefix("nvme")
            || (name.dropFirst().first == "d" && "shv".contains(name.first ?? " "))
    }

    /// Whole gigabytes of 10⁹ bytes; the kernel counts in sectors of 512 bytes, whatever theirs.
    private func size(_ name: String) -> Int {
        let sectors = desk.value("/sys/block/\(name)/size").flatMap { Int($0) } ?? 0
        return Int(Double(max(0, sectors)) * 512 / 1e9)
    }

    private func kernelFacts(_ name: String) -> [Fact] {
        let folder = "/sys/block/\(name)"
        var facts = [Fact("disk", name, "size", "\(size(name))")]
        for (key, places) in [
            ("vendor", ["device/vendor"]), ("model", ["device/model"]),
            ("rev", ["device/rev"]), ("revision", ["device/revision"]),
            ("optimal_io_size", ["queue/optimal_io_size"]),
            ("physical_block_size", ["queue/physical_block_size"]),
            ("rotational", ["queue/rotational"]), ("nr_requests", ["queue/nr_requests"]),
        ] {
            // NVMe disks have a device within a device.
            let all = places.flatMap { ["\(folder)/\($0)", "\(folder)/device/\($0)"] }
            guard let value = all.lazy.compactMap({ desk.value($0) }).first else { continue }
            facts.append(Fact("disk", name, key, value))
        }
        // The one in brackets is in force.
        if let line = desk.value("\(folder)/queue/scheduler"), let open = line.firstIndex(of: "["),
            let close = line[open...].firstIndex(of: "]")
        {
            facts.append(
                Fact("disk", name, "scheduler", String(line[line.index(after: open)..<close])))
        }
        return facts + cache(name)
    }

    private func cache(_ name: String) -> [Fact] {
        let device = "/sys/block/\(name)/device"
        guard !name.hasPrefix("nvme"), let address = desk.linked(device),
            let type = desk.value("\(device)/scsi_disk/\(address)/cache_type")
        else { return [] }
        let isWriteBack = type != "write through" && type != "none"
        let isUnread = type == "none" || type.contains("daft")
        return [
            Fact("disk", name, "Write Cache Enable", isWriteBack ? "1" : "0"),
            Fact("disk", name, "Read Cache Disable", isUnread ? "1" : "0"),
        ]
    }

    private func identifiers(_ name: String) -> [Fact] {
        let folder = "/dev/disk/by-id"
        return desk.names(in: folder).filter { desk.linked("\(folder)/\($0)") == name }.map { id in
            let key = id.hasPrefix("wwn") ? "wwn-id" : id.hasPrefix("scsi") ? "scsi-id" : "id"
            return Fact("disk", name, key, id)
        }
    }

    // MARK: SMART

    private mutating func smart(_ name: String) async throws(NodeSystemError) -> [Fact] {
        let isNVMe = name.hasPrefix("nvme")
        let options = isNVMe ? ["-d", "nvme,0xffffffff"] : []
        guard let text = try await desk.text("smartctl", options + ["-a", "/dev/\(name)"]) else {
            return []
        }
        if isNVMe { return SmartctlOutput.nvme(text, disk: name) }
        let facts = SmartctlOutput.facts(text, disk: name)
        guard let driver = SmartctlOutput.driverBehind(facts) else { return facts }
        return try await facts + smart(name, behind: driver)
    }

    /// The disks of an array whose controller hands SMART through.
    private mutating func smart(
        _ name: String, behind driver: String
    ) async throws(NodeSystemError) -> [Fact] {
        var facts: [Fact] = []
        for number in 0..<InspectLimits.disksBehindController {
            let device = "\(driver),\(number)"
            guard let text = try await desk.text("smartctl", ["-a", "/dev/\(name)", "-d", device])
            else { continue }
            facts += SmartctlOutput.facts(text, disk: "\(name){\(device)}")
        }
        return facts
    }
}
