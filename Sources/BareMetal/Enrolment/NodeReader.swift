import Hardware

/// Reads one entry of an inventory's `nodes`.
struct NodeReader {
    /// A node as far as it could be read; the name may still be missing.
    struct Draft {
        let name: NodeName?
        let description: NodeDescription

        func description(named name: NodeName) -> NodeDescription {
            self.name == nil ? description.named(name) : description
        }
    }

    /// Largest count that is read: more is a mistake, and its bytes would not fit 64 bits.
    static let largestCount = 1 << 30

    private static let plainKeys = [
        "name", "uuid", "mac", "ports", "cpu", "memory", "disk", "arch", "capabilities", "profile",
        "root_device", "resource_class",
    ]
    /// What Ironic's own files say besides, and bifrost's.
    private static let recordKeys = ["disable_power_off"]
    private static let textKeys =
        ["kernel_id", "ramdisk_id", "platform", "conductor_group"] + DriverSettings.interfaceKeys

    let mapping: InputMapping
    var identities: NodeIdentities

    init(_ mapping: InputMapping, identities: consuming NodeIdentities) {
        self.mapping = mapping
        self.identities = identities
    }

    /// The node, or nil after telling what of it is missing or wrong.
    mutating func read() -> Draft? {
        var controller = ControllerReader(mapping)
        let target = controller.read()
        if let (address, cursor) = controller.address {
            identities.claim(
                .controller(address), at: cursor, shared: mapping.form.sharesControllers)
        }
        reportUnknownKeys(controller.kind)
        let (name, uuid, ports) = (name(), uuid(), ports())
        let properties = DeclaredProperties(mapping)
        let group = conductorGroup()
        let settings = settings(controller.kind)
        guard let target else { return nil }
        let description = NodeDescription(
            name: name ?? "",
            uuid: uuid,
            driver: target.driver,
            bmc: target.address,
            credentials: target.credentials,
            ports: ports,
            processors: properties.processors,
            memory: properties.memory,
            disk: properties.disk,
            architecture: properties.architecture,
            capabilities: properties.capabilities,
            rootDevice: properties.rootDevice,
            resourceClass: properties.resourceClass,
            line: mapping.cursor.line,
            isNameChosen: name != nil,
            conductorGroup: group,
            settings: settings.isEmpty ? nil : settings,
            offSwitch: offSwitch()
        )
        return Draft(name: name, description: description)
    }

    private func reportUnknownKeys(_ kind: ControllerKind?) {
        for entry in mapping.entries where !entry.key.hasPrefix("_") {
            let key = entry.key
            let belongsToController = kind?.takes(key) ?? key.hasPrefix("pm_")
            if belongsToController || Self.plainKeys.contains(key) { continue }
            if Self.textKeys.contains(key) { continue }
            if mapping.form != .instackenv, Self.recordKeys.contains(key) { continue }
            let known = Self.plainKeys + Self.textKeys + (kind?.keys ?? ["pm_type", "pm_addr"])
            mapping.reportUnknown(key, line: entry.line, known: known)
        }
    }

    private mutating func name() -> NodeName? {
        let shape = "a name of letters, digits and -._~"
        guard let cursor = mapping.present("name"),
            let text = cursor.looseText(expected: shape)
        else { return nil }
        guard text.utf8.allSatisfy(Self.isNameCharacter), text.utf8.count <= 255 else {
            cursor.reportMismatch(expected: shape)
            return nil
        }
        identities.claim(.name(text), at: cursor)
        return NodeName(text)
    }

    /// RFC 3986's unreserved characters, as in Ironic's names.
    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    private mutating func uuid() -> String? {
        let shape = "a UUID such as 4dc1aec1-a9f6-4b5c-9f3c-6d7cf8a2a5f1"
        guard let cursor = mapping.present("uuid"),
            let text = cursor.looseText(expected: shape)?.lowercased()
        else { return nil }
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        let isHexadecimal = text.utf8.allSatisfy { "0123456789abcdef-".utf8.contains($0) }
        guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12], isHexadecimal else {
            cursor.reportMismatch(expected: shape)
            return nil
        }
        identities.claim(.uuid(text), at: cursor)
        return text
    }

    private mutating func ports() -> [PortDescription] {
        var reader = PortsReader(mapping)
        let ports = reader.read()
        for (address, cursor) in reader.addresses {
            identities.claim(.port(address), at: cursor)
        }
        return ports
    }

    private func text(_ key: String) -> String? {
        mapping.present(key)?.looseText(expected: "a text")
    }

    private func offSwitch() -> OffSwitch? {
        mapping.present("disable_power_off")?
            .truth(expected: "true where the machine may not be switched off, or false")
            .map { $0 ? .disabled : .usable }
    }

    private func conductorGroup() -> ConductorGroup? {
        guard let text = text("conductor_group") else { return nil }
        guard text.utf8.allSatisfy({ Self.isNameCharacter($0) && $0 != UInt8(ascii: "~") }),
            text.utf8.count <= 255
        else {
            mapping.present("conductor_group")?.reportMismatch(
                expected: "a group's name of letters, digits and -._")
            return nil
        }
        return ConductorGroup(text)
    }

    private func settings(_ kind: ControllerKind?) -> DriverSettings {
        var settings = DriverSettings(
            kernel: text("kernel_id"), ramdisk: text("ramdisk_id"), platform: text("platform"))
        for key in DriverSettings.interfaceKeys {
            if let implementation = text(key) { settings.interfaces[key] = implementation }
        }
        if let platform = mapping.present("platform"), mapping.present("arch") == nil {
            platform.report("found a platform without an architecture, expected the key 'arch' too")
        }
        guard let kind else { return settings }
        for entry in mapping.entries where kind.isParameter(entry.key) {
            // A value that is no scalar has no form that a driver could be told.
            if let text = entry.value.looseSecret() { settings.parameters[entry.key] = text }
        }
        return settings
    }
}
