import BareMetal
import Hardware
import Plans

/// Reads a scenario's `inventory` or `machines`.
struct HardwareReader {
    private static let groupKeys = [
        "count", "rack", "processors", "memory", "profile", "disks", "raid", "root-device",
        "name", "model", "conductor-group", "volume", "traits", "target-raid-config",
        "skip-block-devices", "management", "disable-power-off",
    ]
    private static let diskKeys = ["size", "rotational", "serial", "model", "wwn", "medium"]
    private static let raidKeys = ["level", "disks", "size", "rotational"]

    private let mapping: InputMapping

    init(_ mapping: InputMapping) { self.mapping = mapping }

    func read() -> ScenarioHardware? {
        switch (mapping["inventory"], mapping["machines"]) {
        case (let inventory?, nil): return read(inventory: inventory)
        case (nil, let machines?): return read(machines: machines)
        case (_?, let machines?):
            machines.report("found machines beside an inventory, expected one of the two")
        case (nil, nil):
            mapping.cursor.report("missing key 'inventory' or 'machines', expected one of the two")
        }
        return nil
    }

    private func read(inventory cursor: InputCursor) -> ScenarioHardware? {
        guard let path = cursor.text(expected: "the path of an inventory file") else { return nil }
        let file = InputFile.resolve(path, from: cursor.log.file)
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(file)
        } catch {
            for problem in error.problems { cursor.report("'\(file)': \(problem.message)") }
            return nil
        }
        do {
            let inventory = try InventoryReader.read(bytes, file: file)
            guard Set(inventory.nodes.map(\.bmc)).count == inventory.nodes.count else {
                cursor.report(
                    "'\(file)': found machines that share a controller, expected one for each")
                return nil
            }
            guard inventory.nodes.allSatisfy({ !$0.ports.isEmpty }) else {
                cursor.report("'\(file)': found machines without ports, expected one at least")
                return nil
            }
            return .inventory(inventory)
        } catch {
            cursor.log.add(error)
            return nil
        }
    }

    private func read(machines cursor: InputCursor) -> ScenarioHardware? {
        guard let entries = cursor.list(expected: "a list of groups of machines") else {
            return nil
        }
        if entries.isEmpty { cursor.report("found an empty list, expected at least one group") }
        var taken: [String: Int] = [:]
        let groups = entries.compactMap { group($0, taken: &taken) }
        // Faults may name machines and racks of a group that cannot be read; of half the machines
        // nobody could say whether they do.
        return groups.count == entries.count ? .machines(groups) : nil
    }

    /// - Parameter taken: How many machines have been named by each prefix so far.
    private func group(_ cursor: InputCursor, taken: inout [String: Int]) -> MachineGroup? {
        guard let group = cursor.mapping(expected: "a mapping that describes machines") else {
            return nil
        }
        group.reportUnknownKeys(known: Self.groupKeys)
        let rackShape = "the rack the machines stand in"
        let count = group.required("count", expected: "how many machines there are")?
            .count(MachineGroup.countLimit)
        let rack = group.required("rack", expected: rackShape)?.text(expected: rackShape)
        let processors = group.required("processors", expected: "a number of processors")?
            .count(MachineGroup.processorLimit)
        let memory = group.required("memory", expected: "an amount such as 32GiB")?.amount()
        let raid = raid(group["raid"])
        let disks = raid.isEmpty || group["disks"] != nil ? disks(group["disks"]) : []
        let prefix = prefix(group["name"])
        let model = group["model"]?.choice("model of machine", MachineModel.self)
        let profile = group["profile"]?.text(expected: "a profile's name")
        let rootDevice = group["root-device"].flatMap { RootDeviceReader.read($0) }
        let volume = group["volume"]?.text(expected: "the name of the image on their volumes")
        let target = group["target-raid-config"].flatMap(RAIDTargetReader.target)
        let skipped = group["skip-block-devices"].flatMap(RAIDTargetReader.skipped)
        let management = group["management"]?.choice("management", GroupManagement.self)
        let isAlwaysOn = group["disable-power-off"]?.truth(expected: "yes or no") ?? false
        let conductors = group["conductor-group"]?.text(expected: "a conductor group")
        guard let count, let rack, let processors, let memory, let prefix else { return nil }
        let names = Self.names(count, prefix: prefix, taken: &taken)
        return MachineGroup(
            names: names,
            rack: RackName(rack),
            processors: processors,
            memory: memory,
            disks: disks,
            raid: raid,
            profile: profile.map { ProfileName($0) },
            rootDevice: rootDevice,
            model: model ?? .standard,
            volume: volume.map { ImageName($0) },
            conductorGroup: conductors.map(ConductorGroup.init(word:)) ?? .standard,
            targetRAID: target,
            skippedDevices: skipped,
            offSwitch: isAlwaysOn ? .disabled : .usable,
            traits: CloudReader.traits(group),
            wire: management?.wire
        )
    }

    private static func names(
        _ count: Int,
        prefix: String,
        taken: inout [String: Int]
    ) -> [NodeName] {
        let first = taken[prefix, default: 0] + 1
        taken[prefix] = first + count - 1
        return (first..<first + count).map { NodeName("\(prefix)-\($0)") }
    }

    private func prefix(_ cursor: InputCursor?) -> String? {
        guard let cursor else { return MachineGroup.usualPrefix }
        let shape = "what names start with: letters, digits and dashes"
        guard let text = cursor.text(expected: shape) else { return nil }
        guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            cursor.reportMismatch(expected: shape)
            return nil
        }
        return text
    }

    private func disks(_ cursor: InputCursor?) -> [DiskDescription] {
        guard let cursor else { return [.usual] }
        guard let entries = cursor.list(expected: "a list of disks") else { return [] }
        if entries.isEmpty { cursor.report("found an empty list, expected at least one disk") }
        return entries.compactMap(disk)
    }

    private func disk(_ cursor: InputCursor) -> DiskDescription? {
        guard let disk = cursor.mapping(expected: "a mapping that describes a disk") else {
            return nil
        }
        disk.reportUnknownKeys(known: Self.diskKeys)
        let size = disk.required("size", expected: "an amount such as 100GiB")?.amount()
        let rotational = disk["rotational"]?.truth(expected: "yes or no")
        let serial = disk["serial"]?.looseText(expected: "a serial number")
        let model = disk["model"]?.looseText(expected: "a model")
        let wwn = disk["wwn"]?.looseText(expected: "a world-wide name")
        let medium = disk["medium"]?.choice("medium", DiskMedium.self)
        return size.map {
            DiskDescription(
                size: $0, isRotational: rotational ?? false, serial: serial, model: model,
                wwn: wwn, medium: medium ?? .disk)
        }
    }

    private func raid(_ cursor: InputCursor?) -> [RAIDDescription] {
        guard let cursor, let entries = cursor.list(expected: "a list of RAID volumes") else {
            return []
        }
        if entries.isEmpty { cursor.report("found an empty list, expected at least one volume") }
        return entries.compactMap(volume)
    }

    private func volume(_ cursor: InputCursor) -> RAIDDescription? {
        guard let volume = cursor.mapping(expected: "a mapping that describes a RAID volume") else {
            return nil
        }
        volume.reportUnknownKeys(known: Self.raidKeys)
        let level = volume.required("level", expected: "a RAID level").flatMap(Self.level)
        let disks = volume.required("disks", expected: "how many disks it lies on")?
            .count(RAIDDescription.diskLimit)
        let size = volume.required("size", expected: "the size of one disk, such as 500GiB")?
            .amount()
        let rotational = volume["rotational"]?.truth(expected: "yes or no")
        guard let level, let disks, let size else { return nil }
        if disks < level.fewestDisks {
            volume["disks"]?.report(
                "found \(disks) disks, expected at least \(level.fewestDisks) for RAID "
                    + level.rawValue)
        }
        return RAIDDescription(
            level: level, disks: disks, size: size, isRotational: rotational ?? false)
    }

    /// A level may be written as a number or as Ironic writes it.
    private static func level(_ cursor: InputCursor) -> RAIDLevel? {
        guard let text = cursor.looseText(expected: "a RAID level") else { return nil }
        let levels = RAIDLevel.allCases.map(\.rawValue)
        return cursor.knownName(text, "RAID level", among: levels)
            .flatMap { RAIDLevel(rawValue: $0) }
    }
}
