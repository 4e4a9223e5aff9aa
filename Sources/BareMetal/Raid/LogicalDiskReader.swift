import Hardware

/// Reads one entry of `logical_disks`, held to Ironic's RAID schema.
struct LogicalDiskReader {
    private static let keys: Set<String> = [
        "raid_level", "size_gb", "volume_name", "is_root_volume", "share_physical_disks",
        "disk_type", "interface_type", "number_of_physical_disks", "controller", "physical_disks",
    ]

    private let object: [String: JSONValue]
    private let path: String

    init(_ value: JSONValue, _ path: String) throws(RAIDRefusal) {
        guard let object = value.object else { throw .schema(path, expected: "an object") }
        self.object = object
        self.path = path
        if let stray = object.keys.filter({ !Self.keys.contains($0) }).min() {
            throw .schema("\(path).\(stray)", expected: "no such key")
        }
    }

    func read() throws(RAIDRefusal) -> LogicalDisk {
        let levels = RAIDLevel.allCases.map(\.rawValue).joined(separator: ", ")
        guard let level = try word("raid_level", RAIDLevel.init(rawValue:), "one of \(levels)")
        else { throw wrong("raid_level", "one of \(levels)") }
        var disk = LogicalDisk(level: level, size: try size())
        disk.name = try text("volume_name").map { RAIDVolumeName($0) }
        if object["is_root_volume"] != nil {
            disk.rootUse = try truth("is_root_volume") ? .root : .barred
        }
        disk.sharesDisks = try truth("share_physical_disks")
        disk.medium = try word("disk_type", RAIDDisk.Medium.init(rawValue:), "hdd or ssd")
        disk.attachment = try word(
            "interface_type", RAIDDisk.Attachment.init(rawValue:), "sata, scsi or sas")
        disk.diskCount = try count()
        disk.controller = try text("controller").map { RAIDControllerName($0) }
        disk.disks = try disks()
        if disk.disks != nil, disk.controller == nil {
            throw wrong("controller", "a controller, since physical_disks are named")
        }
        return disk
    }

    private func size() throws(RAIDRefusal) -> LogicalDisk.Size {
        switch object["size_gb"] {
        case .integer(let size)? where size >= 0: return .gibibytes(size)
        case .text("MAX")?: return .rest
        default: throw wrong("size_gb", "a whole number of GiB, or MAX")
        }
    }

    private func count() throws(RAIDRefusal) -> Int? {
        guard let value = object["number_of_physical_disks"] else { return nil }
        guard let count = value.integer, count > 0 else {
            throw wrong("number_of_physical_disks", "a whole number above 0")
        }
        return count
    }

    private func disks() throws(RAIDRefusal) -> LogicalDisk.Disks? {
        guard let value = object["physical_disks"] else { return nil }
        guard let list = value.list else { throw wrong("physical_disks", "a list") }
        let names = list.compactMap(\.text)
        if names.count == list.count { return .named(names.map { RAIDDiskName($0) }) }
        guard list.allSatisfy({ $0.object != nil }), list.count >= 2 else {
            throw wrong("physical_disks", "names of disks, or hints for two at least")
        }
        var hints: [RootDeviceHints] = []
        for value in list { hints.append(try hint(value.object ?? [:])) }
        return .hinted(hints)
    }

    private func hint(_ object: [String: JSONValue]) throws(RAIDRefusal) -> RootDeviceHints {
        var expressions: [String: String] = [:]
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            expressions[name] = value.text ?? value.description
        }
        do { return try RootDeviceHints(expressions) } catch {
            throw wrong("physical_disks", "\(error.expected) for the hint '\(error.hint)'")
        }
    }

    private func text(_ key: String) throws(RAIDRefusal) -> String? {
        guard let value = object[key] else { return nil }
        guard let text = value.text else { throw wrong(key, "a text") }
        return text
    }

    private func truth(_ key: String) throws(RAIDRefusal) -> Bool {
        guard let value = object[key] else { return false }
        guard let truth = value.truth else { throw wrong(key, "true or false") }
        return truth
    }

    private func word<Word>(
        _ key: String, _ parse: (String) -> Word?, _ expected: String
    ) throws(RAIDRefusal) -> Word? {
        guard let value = object[key] else { return nil }
        guard let word = value.text.flatMap(parse) else { throw wrong(key, expected) }
        return word
    }

    private func wrong(_ key: String, _ expected: String) -> RAIDRefusal {
        .schema("\(path).\(key)", expected: expected)
    }
}
