import Hardware
import Yams

/// Turns a node as Ironic and bifrost describe one into what an `instackenv.json` would say, every
/// value at its own place in the file.
struct NodeTranslation {
    private static let topKeys = [
        "name", "uuid", "driver", "driver_info", "properties", "resource_class",
        "conductor_group",
    ]
    /// Records of Ironic's that are no description of the machine.
    private static let ignoredByIronic = [
        "extra", "owner", "lessee", "description", "chassis_uuid", "network_data", "shard",
        "instance_info", "instance_uuid", "automated_clean", "parent_node", "traits",
        "protected", "protected_reason", "retired", "retired_reason", "maintenance",
        "console_enabled", "portgroups",
    ]
    /// Entries of `driver_info` that go to any driver as they are.
    private static let commonParameters = [
        "rescue_kernel", "rescue_ramdisk", "deploy_iso", "rescue_iso", "bootloader",
        "force_persistent_boot_device", "agent_verify_ca", "kernel_append_params",
        "deploy_forces_oob_reboot", "verify_ca",
    ]

    private let node: InputMapping
    private let form: InventoryForm
    private var entries: [(key: String, line: Int, value: InputCursor)] = []
    private var kind: ControllerKind?

    init(_ node: InputMapping, form: InventoryForm) {
        self.node = node
        self.form = form
    }

    /// - Parameter name: what the node is called where it does not say so itself.
    mutating func mapping(name: InputCursor? = nil) -> InputMapping {
        kind = node.present("driver")?.plainText.flatMap(ControllerKind.named)
        if node.present("name") == nil, let name { entries.append(("name", name.line, name)) }
        for entry in node.entries where !entry.key.hasPrefix("_") { translate(entry) }
        var spellings = ["pm_type": "driver", "ports": portsKey]
        for key in ["pm_addr", "pm_user", "pm_password", "pm_system_id", "pm_vm_name"] {
            let entry = kind?.entry(for: key) ?? String(key.dropFirst(3))
            spellings[key] = "driver_info." + entry
        }
        return InputMapping(entries, at: node.cursor, form: form, spellings: spellings)
    }

    private var portsKey: String { form == .bifrost ? "nics" : "ports" }

    private mutating func translate(_ entry: (key: String, line: Int, value: InputCursor)) {
        let isInterface = DriverSettings.interfaceKeys.contains(entry.key)
        switch entry.key {
        case "driver": add("pm_type", entry.value)
        case "driver_info": driverInfo(entry.value)
        case "properties": properties(entry.value)
        case "ports", "nics": ports(entry.value)
        case "name", "uuid", "resource_class", "conductor_group", "disable_power_off":
            add(entry.key, entry.value)
        case "ipa_kernel_url" where form == .bifrost: add("kernel_id", entry.value)
        case "ipa_ramdisk_url" where form == .bifrost: add("ramdisk_id", entry.value)
        case _ where isInterface: add(entry.key, entry.value)
        default: leaveOut(entry)
        }
    }

    /// Bifrost hands every key on to Ansible, so any key may be meant; one that looks like a
    /// typing error is told.
    private func leaveOut(_ entry: (key: String, line: Int, value: InputCursor)) {
        let known = Self.topKeys + DriverSettings.interfaceKeys + [portsKey]
        if form == .ironic {
            if Self.ignoredByIronic.contains(entry.key) {
                entry.value.notice("'\(entry.key)' is left out: it does not describe the machine")
            } else {
                node.reportUnknown(
                    entry.key, line: entry.line, known: known + Self.ignoredByIronic)
            }
        } else if Spelling.nearest(to: entry.key, among: known) != nil {
            node.reportUnknown(entry.key, line: entry.line, known: known)
        } else {
            entry.value.notice("'\(entry.key)' is left out: it is for bifrost's playbooks")
        }
    }

    private mutating func driverInfo(_ cursor: InputCursor) {
        guard let info = cursor.mapping(expected: "a mapping with the controller's address") else {
            return
        }
        for entry in info.entries where !entry.key.hasPrefix("_") {
            switch entry.key {
            case "power" where entry.value.isMapping, "management" where entry.value.isMapping,
                "deploy" where entry.value.isMapping, "console" where entry.value.isMapping:
                // Bifrost groups the entries, and Ironic takes them together.
                driverInfo(entry.value)
            case "deploy_kernel": add("kernel_id", entry.value)
            case "deploy_ramdisk": add("ramdisk_id", entry.value)
            default: parameter(entry, of: info)
            }
        }
    }

    private mutating func parameter(
        _ entry: (key: String, line: Int, value: InputCursor), of info: InputMapping
    ) {
        // Of a driver that is not known, nobody can say what it takes.
        guard let kind else { return }
        if let key = kind.key(for: entry.key) {
            add(key, entry.value)
        } else if let near = misspelt(entry.key, of: info, kind) {
            info.reportUnknown(entry.key, line: entry.line, known: [near])
        } else if kind.isParameter(entry.key) {
            entries.append(entry)
        } else if Self.commonParameters.contains(entry.key) {
            entry.value.notice("'\(entry.key)' is left out: no agent here is told it")
        } else {
            let known = ["pm_addr", "pm_user", "pm_password"].map(kind.entry)
            info.reportUnknown(
                entry.key, line: entry.line,
                known: known + ["deploy_kernel", "deploy_ramdisk"] + Self.commonParameters)
        }
    }

    /// The entry that is missing and that a key of the driver's looks like.
    private func misspelt(
        _ key: String, of info: InputMapping, _ kind: ControllerKind
    ) -> String? {
        let needed = ["pm_addr", "pm_user", "pm_password"].map(kind.entry)
        return Spelling.nearest(to: key, among: needed.filter { info[$0] == nil })
    }

    private mutating func properties(_ cursor: InputCursor) {
        let shape = "a mapping of what the machine is made of"
        guard let properties = cursor.mapping(expected: shape) else { return }
        let keys = [
            "cpu_arch": "arch", "cpus": "cpu", "ram": "memory", "memory_mb": "memory",
            "disk_size": "disk", "local_gb": "disk", "capabilities": "capabilities",
            "root_device": "root_device",
        ]
        for entry in properties.entries where !entry.key.hasPrefix("_") {
            if let key = keys[entry.key] {
                add(key, entry.value)
            } else if Spelling.nearest(to: entry.key, among: keys.keys.sorted()) != nil {
                properties.reportUnknown(
                    entry.key, line: entry.line, known: keys.keys.sorted())
            } else {
                entry.value.notice("the property '\(entry.key)' is left out: nothing asks for it")
            }
        }
    }

    /// Bifrost's `mac` is Ironic's `address`; what else a port may say is the same.
    private mutating func ports(_ cursor: InputCursor) {
        guard form == .bifrost, case .sequence(let list) = cursor.node else {
            add("ports", cursor)
            return
        }
        let ports = list.map { port -> Yams.Node in
            guard case .mapping(var mapping) = port, let mac = mapping["mac"],
                mapping["address"] == nil
            else { return port }
            mapping["mac"] = nil
            mapping["address"] = mac
            return .mapping(mapping)
        }
        let sequence = Yams.Node.Sequence(ports, list.tag, list.style, list.mark)
        let renamed = InputCursor(
            .sequence(sequence), line: cursor.line, path: cursor.path, log: cursor.log)
        add("ports", renamed)
    }

    private mutating func add(_ key: String, _ value: InputCursor) {
        // Two names of one thing are told as what they are to the reader: a key that is there
        // twice.
        if let first = entries.first(where: { $0.key == key }) {
            value.report("found a second value, the first is \(first.value.path)")
            return
        }
        entries.append((key, value.line, value))
    }
}
