package import Documents
import OrderedCollections

/// What is different about a machine since it was introspected last.
package struct InventoryDifference: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case gone
        case new
        case changed
        case moved
    }

    package struct Entry: Sendable, Hashable {
        /// What it is, such as `disk /dev/sda` or `cable of eth0`.
        package let part: String
        package let kind: Kind
        package let before: String
        package let now: String
    }

    package let entries: [Entry]

    /// Compares two inventories of ironic-python-agent, with what came beside them (`extra`,
    /// `lldp_raw`).
    package init(from old: DocumentValue, to new: DocumentValue) {
        var reader = Reader(old: old, new: new)
        reader.compareScalars()
        reader.compareDisks()
        reader.compareInterfaces()
        reader.compareMemoryBanks()
        entries = reader.entries
    }

    private struct Reader {
        let old: DocumentValue
        let new: DocumentValue
        var entries: [Entry] = []

        mutating func note(_ part: String, _ before: String?, _ now: String?) {
            guard before != now else { return }
            let kind: Kind = before == nil ? .new : now == nil ? .gone : .changed
            entries.append(
                Entry(part: part, kind: kind, before: before ?? "none", now: now ?? "none"))
        }

        mutating func compareScalars() {
            let paths = [
                ("memory", ["memory", "physical_mb"]), ("processors", ["cpu", "count"]),
                ("processor model", ["cpu", "model_name"]),
                ("serial number", ["system_vendor", "serial_number"]),
                ("product", ["system_vendor", "product_name"]),
                ("firmware", ["system_vendor", "firmware", "version"]),
                ("boot mode", ["boot", "current_boot_mode"]), ("BMC address", ["bmc_address"]),
            ]
            for (part, path) in paths {
                note(part, text(old, path), text(new, path))
            }
        }

        private func text(_ document: DocumentValue, _ path: [String]) -> String? {
            let value = document["inventory"]?.value(at: path)
            return value == .null ? nil : value?.text
        }

        private func items(
            _ document: DocumentValue, _ list: String, by keys: [String]
        ) -> OrderedDictionary<String, DocumentValue> {
            let items = document["inventory"]?[list]?.list ?? []
            return OrderedDictionary(
                items.compactMap { item in
                    let key = keys.lazy.compactMap { item[$0]?.string }.first { !$0.isEmpty }
                    return key.map { ($0, item) }
                }, uniquingKeysWith: { first, _ in first })
        }

        /// Disks are known by their serial numbers, so one in another's place is seen as such.
        mutating func compareDisks() {
            let keys = ["serial", "wwn", "name"]
            let (before, now) = (items(old, "disks", by: keys), items(new, "disks", by: keys))
            let (gone, come) = (
                before.filter { now[$0.key] == nil }, now.filter { before[$0.key] == nil }
            )
            for (serial, disk) in gone {
                let place = disk["name"]?.text ?? serial
                let other = come.first { $0.value["name"] == disk["name"] }
                note("disk \(place)", Self.disk(disk), other.map { Self.disk($0.value) })
            }
            for (serial, disk) in come
            where !gone.values.contains(where: { $0["name"] == disk["name"] }) {
                note("disk \(disk["name"]?.text ?? serial)", nil, Self.disk(disk))
            }
            for (serial, disk) in before {
                guard let other = now[serial], other["size"] != disk["size"] else { continue }
                note("disk \(disk["name"]?.text ?? serial)", Self.disk(disk), Self.disk(other))
            }
        }

        private static func disk(_ disk: DocumentValue) -> String {
            let size = disk["size"]?.integer.map { "\($0 / 1_000_000_000) GB" }
            let serial = disk["serial"]?.string.map { "serial \($0)" }
            return [disk["model"]?.string, size, serial].compactMap { $0 }.filter { !$0.isEmpty }
                .joined(separator: ", ")
        }

        mutating func compareInterfaces() {
            let (before, now) = (
                items(old, "interfaces", by: ["mac_address"]),
                items(new, "interfaces", by: ["mac_address"])
            )
            for (address, interface) in before {
                let name = interface["name"]?.text ?? address
                guard let other = now[address] else {
                    note("interface \(name)", address, nil)
                    continue
                }
                let links = (link(of: interface, in: old), link(of: other, in: new))
                if let from = links.0, let to = links.1, from != to {
                    entries.append(
                        Entry(part: "cable of \(name)", kind: .moved, before: from, now: to))
                }
                let (carrier, carrierNow) = (interface["has_carrier"], other["has_carrier"])
                if carrier == true, carrierNow == false { note("link of \(name)", "up", "down") }
            }
            for (address, interface) in now where before[address] == nil {
                note("interface \(interface["name"]?.text ?? address)", nil, address)
            }
        }

        /// The switch and port that an interface hears of.
        private func link(of interface: DocumentValue, in document: DocumentValue) -> String? {
            let name = interface["name"]?.string ?? ""
            let raw = document["lldp_raw"]?[name]?.list ?? interface["lldp"]?.list
            guard let raw else { return nil }
            let unit = LLDPUnit(raw)
            let device = unit.values["switch_system_name"] ?? unit.values["switch_chassis_id"]
            guard let device, let port = unit.values["switch_port_id"] else { return nil }
            return "\(device.text) port \(port.text)"
        }

        /// Memory modules, of the facts that the hardware tool adds.
        mutating func compareMemoryBanks() {
            let (before, now) = (banks(old), banks(new))
            guard !before.isEmpty, !now.isEmpty else { return }
            for (bank, size) in before { note("memory \(bank)", size, now[bank]) }
            for (bank, size) in now where before[bank] == nil { note("memory \(bank)", nil, size) }
        }

        private func banks(_ document: DocumentValue) -> OrderedDictionary<String, String> {
            var banks: OrderedDictionary<String, String> = [:]
            for (bank, properties) in document["extra"]?["memory"]?.map ?? [:]
            where bank.hasPrefix("bank") {
                banks[properties["slot"]?.text ?? bank] = properties["size"].map {
                    ($0.integer ?? PythonNumber.integer($0.text)).map { "\($0 >> 20) MiB" } ?? "?"
                }
            }
            for item in document["data"]?.list ?? [] {
                guard let texts = item.list?.map(\.text), texts.count == 4, texts[0] == "memory",
                    texts[1].hasPrefix("bank"), texts[2] == "size"
                else { continue }
                banks[texts[1]] = PythonNumber.integer(texts[3]).map { "\($0 >> 20) MiB" } ?? "?"
            }
            return banks
        }
    }
}
