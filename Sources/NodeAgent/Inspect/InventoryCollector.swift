package import Documents
import OrderedCollections

/// What a Linux machine tells of itself, as ironic-python-agent's inventory: out of `/sys` and
/// `/proc`, and of `dmidecode` where it is installed. What cannot be found out is left out.
package struct InventoryCollector<System: NodeSystem> {
    private let system: System

    package init(on system: System) { self.system = system }

    package func inventory() async throws(NodeSystemError) -> DocumentValue {
        var inventory: OrderedDictionary<String, DocumentValue> = [:]
        inventory["interfaces"] = .list(try interfaces())
        inventory["cpu"] = try processor()
        inventory["disks"] = .list(try disks())
        inventory["memory"] = try await memory()
        inventory["system_vendor"] = try vendor()
        let isUEFI = try system.status(of: "/sys/firmware/efi") != nil
        inventory["boot"] = ["current_boot_mode": isUEFI ? "uefi" : "bios"]
        return ["inventory": .map(inventory)]
    }

    /// A file of one value; nil where there is none or nothing in it. The kernel refuses to tell
    /// some of them, such as the speed of a link that is down.
    private func value(_ path: String) -> String? {
        guard let text = try? system.text(of: path) else { return nil }
        let bare = text.drop(while: \.isWhitespace).prefix { $0 != "\n" }
        return bare.isEmpty ? nil : String(bare)
    }

    /// Interfaces of devices; virtual ones have none behind them.
    private func interfaces() throws(NodeSystemError) -> [DocumentValue] {
        let folder = "/sys/class/net"
        return (try system.names(in: folder) ?? []).compactMap { name in
            guard (try? system.status(of: "\(folder)/\(name)/device")) ?? nil != nil,
                let address = value("\(folder)/\(name)/address")
            else { return nil }
            var interface: OrderedDictionary<String, DocumentValue> = [
                "name": .string(name), "mac_address": .string(address),
                "has_carrier": .bool(value("\(folder)/\(name)/carrier") == "1"),
            ]
            for (key, file) in [("vendor", "vendor"), ("product", "device")] {
                interface[key] = value("\(folder)/\(name)/device/\(file)").map { .string($0) }
            }
            let speed = value("\(folder)/\(name)/speed").flatMap { Int($0) } ?? -1
            if speed > 0 { interface["speed_mbps"] = .integer(speed) }
            return .map(interface)
        }
    }

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
        processor["architecture"] = value("/proc/sys/kernel/arch").map { .string($0) }
        return .map(processor)
    }

    /// Disks have devices behind them; the kernel counts in sectors of 512 bytes, whatever theirs.
    private func disks() throws(NodeSystemError) -> [DocumentValue] {
        let folder = "/sys/block"
        return (try system.names(in: folder) ?? []).compactMap { name in
            guard (try? system.status(of: "\(folder)/\(name)/device")) ?? nil != nil,
                let sectors = value("\(folder)/\(name)/size").flatMap({ Int($0) }), sectors > 0,
                value("\(folder)/\(name)/removable") != "1"
            else { return nil }
            var disk: OrderedDictionary<String, DocumentValue> = [
                "name": .string("/dev/\(name)"), "size": .integer(sectors * 512),
                "rotational": .bool(value("\(folder)/\(name)/queue/rotational") == "1"),
            ]
            for (key, file) in [
                ("model", "model"), ("vendor", "vendor"), ("serial", "serial"), ("wwn", "wwid"),
            ] {
                disk[key] = value("\(folder)/\(name)/device/\(file)").map { text in
                    .string(String(text.reversed().drop(while: \.isWhitespace).reversed()))
                }
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
        memory["total"] = total.map { .integer($0 * 1024) }
        let command = NodeCommand("dmidecode", ["--type", "17"])
        guard let result = try? await system.run(command), result.status == 0 else {
            return .map(memory)
        }
        let text = String(decoding: result.output, as: UTF8.self)
        memory["physical_mb"] = .integer(Self.mebibytes(inModules: text))
        return .map(memory)
    }

    /// The sizes of memory modules as dmidecode tells them: `Size: 16 GB`, `Size: 8192 MB`.
    static func mebibytes(inModules text: String) -> Int {
        text.split(separator: "\n").reduce(0) { sum, line in
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count == 3, words[0] == "Size:", let size = Int(words[1]) else {
                return sum
            }
            let factors = ["MB": 1, "MiB": 1, "GB": 1024, "GiB": 1024, "TB": 1_048_576]
            return sum + size * (factors[String(words[2])] ?? 0)
        }
    }

    private func vendor() throws(NodeSystemError) -> DocumentValue {
        let folder = "/sys/class/dmi/id"
        var vendor: OrderedDictionary<String, DocumentValue> = [:]
        for (key, file) in [
            ("product_name", "product_name"), ("serial_number", "product_serial"),
            ("manufacturer", "sys_vendor"),
        ] {
            vendor[key] = value("\(folder)/\(file)").map { .string($0) }
        }
        var firmware: OrderedDictionary<String, DocumentValue> = [:]
        for (key, file) in [
            ("vendor", "bios_vendor"), ("version", "bios_version"), ("build_date", "bios_date"),
        ] {
            firmware[key] = value("\(folder)/\(file)").map { .string($0) }
        }
        vendor["firmware"] = .map(firmware)
        return .map(vendor)
    }
}
