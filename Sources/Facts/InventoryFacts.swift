import Documents

/// An ironic-python-agent inventory in the words of the `hardware` tool, so that machines that were
/// inspected by either can be grouped and matched alike.
struct InventoryFacts {
    private let inventory: DocumentValue

    init(_ inventory: DocumentValue) { self.inventory = inventory }

    var facts: [Fact] {
        system + processor + memory + disks + interfaces
    }

    private func fact(
        _ kind: String, _ id: String, _ key: String, _ value: DocumentValue?
    ) -> Fact? {
        guard let value, value != .null, let text = FactReader.text(value), !text.isEmpty else {
            return nil
        }
        return Fact(kind, id, key, text)
    }

    private var system: [Fact] {
        let vendor = inventory["system_vendor"]
        let firmware = vendor?["firmware"]
        return [
            fact("system", "product", "name", vendor?["product_name"]),
            fact("system", "product", "serial", vendor?["serial_number"]),
            fact("system", "product", "vendor", vendor?["manufacturer"]),
            fact("firmware", "bios", "vendor", firmware?["vendor"]),
            fact("firmware", "bios", "version", firmware?["version"]),
            fact("firmware", "bios", "date", firmware?["build_date"]),
            fact("ipmi", "lan", "ip-address", inventory["bmc_address"]),
            fact("boot", "mode", "current", inventory["boot"]?["current_boot_mode"]),
        ].compactMap { $0 }
    }

    private var processor: [Fact] {
        let cpu = inventory["cpu"]
        return [
            fact("cpu", "logical", "number", cpu?["count"]),
            fact("cpu", "physical", "number", cpu?["socket_count"]),
            fact("cpu", "physical_0", "product", cpu?["model_name"]),
            fact("cpu", "physical_0", "architecture", cpu?["architecture"]),
        ].compactMap { $0 }
    }

    private var memory: [Fact] {
        guard let size = inventory["memory"]?["physical_mb"]?.integer,
            case let (bytes, overflow) = size.multipliedReportingOverflow(by: 1 << 20), !overflow
        else { return [] }
        return [Fact("memory", "total", "size", String(bytes))]
    }

    /// Disks' sizes are whole gigabytes of 10⁹ bytes there.
    private var disks: [Fact] {
        (inventory["disks"]?.list ?? []).flatMap { disk -> [Fact] in
            guard let name = disk["name"]?.string else { return [] }
            let id = name.hasPrefix("/dev/") ? String(name.dropFirst(5)) : name
            let size = disk["size"]?.integer.map { DocumentValue.integer($0 / 1_000_000_000) }
            let spins: DocumentValue? =
                if case .bool(let spins)? = disk["rotational"] { spins ? "1" : "0" } else { nil }
            return [
                fact("disk", id, "size", size), fact("disk", id, "model", disk["model"]),
                fact("disk", id, "vendor", disk["vendor"]), fact("disk", id, "rotational", spins),
                fact("disk", id, "serial_number", disk["serial"]),
                fact("disk", id, "wwn-id", disk["wwn"]),
            ].compactMap { $0 }
        }
    }

    private var interfaces: [Fact] {
        (inventory["interfaces"]?.list ?? []).flatMap { interface -> [Fact] in
            guard let id = interface["name"]?.string else { return [] }
            let link: DocumentValue? =
                if case .bool(let link)? = interface["has_carrier"] {
                    link ? "yes" : "no"
                } else { nil }
            let speed = interface["speed_mbps"]?.integer.map { DocumentValue.string("\($0)Mbit/s") }
            return [
                fact("network", id, "serial", interface["mac_address"]),
                fact("network", id, "ipv4", interface["ipv4_address"]),
                fact("network", id, "link", link), fact("network", id, "speed", speed),
                fact("network", id, "vendor", interface["vendor"]),
                fact("network", id, "product", interface["product"]),
                fact("network", id, "businfo", interface["pci_address"]),
            ].compactMap { $0 }
        }
    }
}
