import Hardware

/// What the columns of a CSV file say, under the names of an `instackenv.json`.
struct CSVColumns {
    /// Nil for a column that says nothing about the machine.
    let keys: [String?]

    /// Which row forms begin without a header, and with what.
    static func form(of first: [CSVRows.Cell]) -> InventoryForm {
        guard let start = first.first?.text, header(first) == nil else { return .instackenvCSV }
        if MACAddress(start) != nil { return .bifrostCSV }
        // Both begin with a driver; TripleO's has at most a port behind the addresses.
        guard first.count > 5 else { return .instackenvCSV }
        return first.count == 6 && Int(first[5].text) != nil ? .instackenvCSV : .tuskarCSV
    }

    init(_ form: InventoryForm) {
        switch form {
        case .bifrostCSV:
            // Columns 7 and 8 were for tools long gone, and 11 and from 17 on are for Ansible.
            keys = [
                "mac", "pm_user", "pm_password", "pm_addr", "cpu", "memory", "disk", nil, nil,
                "uuid", "name", nil, "ipmi_target_channel", "ipmi_target_address",
                "ipmi_transit_channel", "ipmi_transit_address", "pm_type",
            ]
        case .tuskarCSV:
            keys = [
                "pm_type", "pm_addr", "pm_user", "pm_password", "mac", "arch", "cpu", "memory",
                "disk",
            ]
        default: keys = ["pm_type", "pm_addr", "pm_user", "pm_password", "mac", "pm_port"]
        }
    }

    private init(keys: [String?]) { self.keys = keys }

    /// The names in a first row that holds names; nil for one that holds a machine.
    static func header(_ cells: [CSVRows.Cell]) -> CSVColumns? {
        let keys = cells.map { key(named: $0.text) }
        let isHeader = keys.contains("pm_addr") || keys.contains("mac")
        return isHeader ? CSVColumns(keys: keys) : nil
    }

    private static func key(named name: String) -> String? {
        let name = String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
        return aliases[name] ?? (name.isEmpty ? nil : name)
    }

    /// Names that people give their columns, beside the keys themselves.
    private static let aliases = [
        "driver": "pm_type", "ipmi_tool": "pm_type", "type": "pm_type",
        "address": "pm_addr", "ipmi_url": "pm_addr", "ipmi_address": "pm_addr",
        "user": "pm_user", "username": "pm_user", "ipmi_user": "pm_user",
        "ipmi_username": "pm_user", "password": "pm_password", "ipmi_password": "pm_password",
        "password/ssh_key": "pm_password", "port": "pm_port", "ipmi_port": "pm_port",
        "macaddress": "mac", "mac_address": "mac", "mac_addresses": "mac", "macs": "mac",
        "cpus": "cpu", "number_of_cpus": "cpu", "memory_mb": "memory",
        "available_memory": "memory", "local_gb": "disk", "available_storage": "disk",
        "cpu_arch": "arch", "cpu_architecture": "arch", "architecture": "arch",
    ]
}
