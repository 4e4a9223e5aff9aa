package import Documents
import Facts
import OrderedCollections

/// What a Linux machine tells of itself, as ironic-python-agent's inventory: out of `/sys` and
/// `/proc`, and of `dmidecode`, `ip` and `ipmitool` where they are installed. What cannot be found
/// out is left out.
package struct InventoryCollector<System: NodeSystem> {
    private let system: System
    private let desk: ToolDesk<System>

    package init(on system: System) {
        self.system = system
        desk = ToolDesk(system)
    }

    /// - Parameter neighbours: what was heard of switches, by interface.
    package func inventory(
        neighbours: [String: DocumentValue] = [:]
    ) async throws(NodeSystemError) -> DocumentValue {
        var inventory: OrderedDictionary<String, DocumentValue> = [:]
        let addresses = IPAddressOutput.addresses(
            await output("ip", ["-o", "-4", "addr", "show"]) ?? "")
        inventory["interfaces"] = .list(try interfaces(addresses, neighbours))
        inventory["cpu"] = try processor()
        inventory["disks"] = .list(try disks())
        inventory["memory"] = try await memory()
        inventory["bmc_address"] = await controllerAddress().map { .string($0) }
        inventory["system_vendor"] = try vendor()
        inventory["boot"] = .map(try boot())
        inventory["hostname"] = desk.value("/proc/sys/kernel/hostname").map { .string($0) }
        return ["inventory": .map(inventory)]
    }

    private func output(_ tool: String, _ arguments: [String]) async -> String? {
        let command = NodeCommand(tool, arguments, limit: InspectLimits.answer)
        guard let result = try? await system.run(command), result.status == 0 else { return nil }
        return String(decoding: result.output, as: UTF8.self)
    }

    // MARK: Interfaces

    private static var links: String { "/sys/class/net" }

    /// Interfaces of devices, in the order of their names; virtual ones have none behind them.
    private func devices() throws(NodeSystemError) -> [String] {
        (try system.names(in: Self.links) ?? []).filter {
            desk.exists("\(Self.links)/\($0)/device")
        }
    }

    /// Interfaces whose link is up, on which a switch may be heard.
    var linkedInterfaces: [String] {
        ((try? devices()) ?? []).filter { desk.value("\(Self.links)/\($0)/carrier") == "1" }
    }

    private func interfaces(
        _ addresses: [String: String], _ neighbours: [String: DocumentValue]
    ) throws(NodeSystemError) -> [DocumentValue] {
        try devices().compactMap { name in
            let folder = "\(Self.links)/\(name)"
            guard let address = desk.value("\(folder)/address") else { return nil }
            var interface: OrderedDictionary<String, DocumentValue> = [
                "name": .string(name), "mac_address": .string(address),
                "has_carrier": .bool(desk.value("\(folder)/carrier") == "1"),
            ]
            interface["ipv4_address"] = addresses[name].map { .string($0) }
            for (key, file) in [("vendor", "vendor"), ("product", "device")] {
                interface[key] = desk.value("\(folder)/device/\(file)").map { .string($0) }
            }
            let speed = desk.value("\(folder)/speed").flatMap { Int($0) } ?? -1
            if speed > 0 { interface["speed_mbps"] = .integer(speed) }
            for (key, link) in [("pci_address", "device"), ("driver", "device/driver")] {
                interface[key] = desk.linked("\(folder)/\(link)").map { .string($0) }
            }
            interface["lldp"] = neighbours[name]
            return .map(interface)
        }
    }

    // MARK: Processors, disks, memory

    private func processor() throws(NodeSystemError) -> DocumentValue {
        let lines = (try system.text(of: "/proc/cpuinfo") ?? "").split(separator: "\n")
        func first(_ key: String) -> String? {
            lines.first { $0.hasPrefix(key) }?.split(separator: ":", maxSplits: 1).last.map {
                String($0.drop(while: \.isWhitespace))
            }
        }
        var processor: OrderedDictionary<String, DocumentValue> = [
            "count": .integer(lines.count { $0.hasPrefix("processor") })
        ]
        processor["model_name"] = first("model name").map { .string($0) }
        processor["frequency"] = first("cpu MHz").map { .string($0) }
        processor["flags"] = (first("flags") ?? first("Features")).map { flags in
            .list(flags.split(separator: " ").map { .string(String($0)) })
        }
        processor["architecture"] = desk.value("/proc/sys/kernel/arch").map { .string($0) }
        let sockets = Set(lines.filter { $0.hasPrefix("physical id") })
        if !sockets.isEmpty { processor["socket_count"] = .integer(sockets.count) }
        return .map(processor)
    }

    /// Disks have devices behind them; the kernel counts in sectors of 512 bytes, whatever theirs.
    private func disks() throws(NodeSystemError) -> [DocumentValue] {
        let folder = "/sys/block"
        return (try system.names(in: folder) ?? []).compactMap { name in
            guard desk.exists("\(folder)/\(name)/device"),
                let sectors = desk.value("\(folder)/\(name)/size").flatMap({ Int($0) }),
                sectors > 0, desk.value("\(folder)/\(name)/removable") != "1",
                case let (size, overflows) = sectors.multipliedReportingOverflow(by: 512),
                !overflows
            else { return nil }
            var disk: OrderedDictionary<String, DocumentValue> = [
                "name": .string("/dev/\(name)"), "size": .integer(size),
                "rotational": .bool(desk.value("\(folder)/\(name)/queue/rotational") == "1"),
            ]
            for (key, file) in [
                ("model", "model"), ("vendor", "vendor"), ("serial", "serial"), ("wwn", "wwid"),
            ] {
                disk[key] = desk.value("\(folder)/\(name)/device/\(file)").map { .string($0) }
            }
            return .map(disk)
        }
    }

    /// `total` is what the kernel has, `physical_mb` what is fitted, which only firmware tells.
    private func memory() async throws(NodeSystemError) -> DocumentValue {
        var memory: OrderedDictionary<String, DocumentValue> = [:]
        let lines = (try system.text(of: "/proc/meminfo") ?? "").split(separator: "\n")
        let total = lines.first { $0.hasPrefix("MemTotal:") }?
            .split(separator: " ").dropFirst().first.flatMap { Int($0) }
        memory["total"] = total.map { .integer($0 * 1_024) }
        if let text = await output("dmidecode", ["--type", "17"]) {
            memory["physical_mb"] = .integer(DMIOutput.memoryMebibytes(text))
        }
        return .map(memory)
    }

    // MARK: Firmware

    /// Nil where there is no controller, or it has none.
    private func controllerAddress() async -> String? {
        guard ["/dev/ipmi0", "/dev/ipmi/0", "/dev/ipmidev/0"].contains(where: { desk.exists($0) })
        else { return nil }
        let told = IPMIToolOutput.network(await output("ipmitool", ["lan", "print"]) ?? "")
        return told.first { $0.key == "ip-address" }?.value
    }

    /// The interface is told by PXE on the kernel's command line, as `BOOTIF=01-52-54-00-4e-3d-30`.
    private func boot() throws(NodeSystemError) -> OrderedDictionary<String, DocumentValue> {
        let isUEFI = try system.status(of: "/sys/firmware/efi") != nil
        var boot: OrderedDictionary<String, DocumentValue> = [
            "current_boot_mode": isUEFI ? "uefi" : "bios"
        ]
        let words = (desk.value("/proc/cmdline") ?? "").split(separator: " ")
        boot["pxe_interface"] = words.first { $0.hasPrefix("BOOTIF=") }.map {
            .string(String($0.dropFirst("BOOTIF=".count)))
        }
        return boot
    }

    private func vendor() throws(NodeSystemError) -> DocumentValue {
        let folder = "/sys/class/dmi/id"
        var vendor: OrderedDictionary<String, DocumentValue> = [:]
        for (key, file) in [
            ("product_name", "product_name"), ("serial_number", "product_serial"),
            ("manufacturer", "sys_vendor"),
        ] {
            vendor[key] = desk.value("\(folder)/\(file)").map { .string($0) }
        }
        var firmware: OrderedDictionary<String, DocumentValue> = [:]
        for (key, file) in [
            ("vendor", "bios_vendor"), ("version", "bios_version"), ("build_date", "bios_date"),
        ] {
            firmware[key] = desk.value("\(folder)/\(file)").map { .string($0) }
        }
        vendor["firmware"] = .map(firmware)
        return .map(vendor)
    }
}
