import Hardware

extension RAIDConfiguration {
    /// As Ironic has it; reading it back gives an equal one.
    var body: JSONValue { ["logical_disks": .list(disks.map { .object($0.body) })] }
}

extension NodeRAID {
    /// The logical disks that there are; nil where nobody has looked.
    var reported: JSONValue? {
        if let software { return software.body["logical_disks"] }
        return volumes.map { .list($0.map { .object($0.body) }) }
    }
}

extension LogicalDisk {
    fileprivate var body: [String: JSONValue] {
        var body: [String: JSONValue] = ["raid_level": .text(level.rawValue)]
        switch size {
        case .gibibytes(let count): body["size_gb"] = .integer(count)
        case .rest: body["size_gb"] = "MAX"
        }
        body["volume_name"] = name.map { .text($0.text) }
        body["is_root_volume"] = rootUse.map { .truth($0 == .root) }
        if sharesDisks { body["share_physical_disks"] = true }
        body["disk_type"] = medium.map { .text($0.rawValue) }
        body["interface_type"] = attachment.map { .text($0.rawValue) }
        body["number_of_physical_disks"] = diskCount.map { .integer($0) }
        body["controller"] = controller.map { .text($0.text) }
        switch disks {
        case nil: break
        case .named(let names)?: body["physical_disks"] = .list(names.map { .text($0.text) })
        case .hinted(let hints)?:
            body["physical_disks"] = .list(
                hints.map { .object($0.expressions.mapValues { .text($0) }) })
        }
        return body
    }
}

extension RAIDVolume {
    /// As Ironic reports what there is.
    var body: [String: JSONValue] {
        [
            "raid_level": .text(level.rawValue), "size_gb": .integer(Int(size.gibibytes)),
            "volume_name": .text(name.text), "controller": .text(controller.text),
            "physical_disks": .list(disks.map { .text($0.text) }),
            "root_device_hint": ["wwn": .text(wwn)],
        ]
    }
}
