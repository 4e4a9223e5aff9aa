import Documents
import Hardware
import OrderedCollections

extension Inspection {
    /// States in which a node is used, and its ports are left alone.
    private static let activeStates: Set<String> = ["active", "rescue"]

    /// Keeps `all_interfaces`, `valid_interfaces` and `macs`, by the interfaces' names.
    mutating func checkInterfaces() throws(InspectionFault) {
        guard inventory["interfaces"] != nil else {
            throw InspectionFault("no interfaces present in inventory")
        }
        let boot = bootAddress
        var all: OrderedDictionary<String, DocumentValue> = [:]
        for interface in interfaces {
            guard let name = interface["name"]?.string, !name.isEmpty,
                let text = interface["mac_address"]?.string, let address = MACAddress(text)
            else { continue }
            var known = interface
            known.update(at: ["mac_address"]) { $0 = .string("\(address)") }
            known.update(at: ["pxe_enabled"]) { $0 = .bool("\(address)" == boot) }
            if let bare = interface["ipv6_address"]?.string?.prefix(while: { $0 != "%" }) {
                known.update(at: ["ipv6_address"]) { $0 = .string(String(bare)) }
            }
            all[name] = known
        }
        guard !all.isEmpty else { throw InspectionFault("no valid network interfaces") }
        let valid = all.filter { isValid($0.key, $0.value, boot) }
        guard !valid.isEmpty else {
            throw InspectionFault(
                "no network interfaces match the configuration (add_ports set to"
                    + " \"\(options.adding.rawValue)\")")
        }
        keep("all_interfaces", .map(all))
        keep("valid_interfaces", .map(valid))
        keep("macs", .list(valid.values.compactMap { $0["mac_address"] }))
    }

    /// PXELINUX writes the address with the hardware's type before it: `01-aa-bb-cc-dd-ee-ff`.
    private var bootAddress: String? {
        guard var text = inventory["boot"]?["pxe_interface"]?.string, !text.isEmpty else {
            return nil
        }
        let parts = text.split(separator: "-")
        if parts.count == 7 { text = parts.dropFirst().joined(separator: ":") }
        return MACAddress(text).map { "\($0)" }
    }

    private func isValid(_ name: String, _ interface: DocumentValue, _ boot: String?) -> Bool {
        let addresses = ["ipv4_address", "ipv6_address"].compactMap { interface[$0]?.string }
            .filter { !$0.isEmpty }
        let isLocal = addresses.first.map { $0.hasPrefix("127.") || $0 == "::1" } ?? false
        if name == "lo" || isLocal { return false }
        switch options.adding {
        case .all, .disabled: return true
        case .active: return !addresses.isEmpty
        case .pxe: return boot == nil ? !addresses.isEmpty : interface["pxe_enabled"] == true
        }
    }

    /// Adds ports for valid interfaces, and takes away those that are not to be kept.
    mutating func updatePorts() {
        let all = known(data["all_interfaces"])
        if options.adding != .disabled {
            for interface in known(data["valid_interfaces"]) {
                add(interface)
            }
        }
        if Self.activeStates.contains(node["provision_state"]?.string ?? "") { return }
        let expected: [DocumentValue]? =
            switch options.keeping {
            case .all: nil
            case .present: all.compactMap { $0["mac_address"] }
            case .added: data["macs"]?.list ?? []
            }
        if let expected {
            ports = ports.filter { port in port["address"].map(expected.contains) ?? true }
        }
        for index in ports.indices {
            guard let interface = all.first(where: { isSame($0, ports[index]) }) else {
                continue
            }
            let isBoot = interface["pxe_enabled"]
            ports[index].update(at: ["pxe_enabled"]) { $0 = isBoot }
        }
    }

    private func known(_ interfaces: DocumentValue?) -> [DocumentValue] {
        interfaces?.map.map { Array($0.values) } ?? []
    }

    private func isSame(_ interface: DocumentValue, _ port: DocumentValue) -> Bool {
        interface["mac_address"]
            == port["address"].map { address in
                .string(address.text.lowercased())
            }
    }

    private mutating func add(_ interface: DocumentValue) {
        guard !ports.contains(where: { isSame(interface, $0) }) else { return }
        var extra: OrderedDictionary<String, DocumentValue> = [:]
        if let client = interface["client_id"], client.isTrue { extra["client-id"] = client }
        ports.append([
            "address": interface["mac_address"] ?? .null,
            "pxe_enabled": interface["pxe_enabled"] ?? false, "extra": .map(extra),
        ])
    }

    /// Keeps `parsed_lldp`, and binds ports to the switch and port that they hear of, as far as
    /// nobody said something else. What was heard stays as it was, beside it.
    mutating func readNeighbours() {
        var parsed: OrderedDictionary<String, DocumentValue> = [:]
        for interface in interfaces {
            let name = interface["name"]?.string ?? ""
            guard let raw = data["lldp_raw"]?[name]?.list ?? interface["lldp"]?.list else {
                continue
            }
            let unit = LLDPUnit(raw)
            if !unit.values.isEmpty { parsed[name] = .map(unit.values) }
            let known = data["all_interfaces"]?[name] ?? [:]
            for index in ports.indices where isSame(known, ports[index]) { bind(index, to: unit) }
        }
        if !parsed.isEmpty { keep("parsed_lldp", .map(parsed)) }
    }

    private mutating func bind(_ index: Int, to unit: LLDPUnit) {
        let found: [(String, DocumentValue?)] = [
            ("port_id", unit.values["switch_port_id"]),
            ("switch_id", unit.switchAddress.map(DocumentValue.string)),
            ("switch_info", unit.values["switch_system_name"]),
        ]
        for (key, value) in found {
            guard let value, ports[index]["local_link_connection"]?[key] == nil else { continue }
            ports[index].update(at: ["local_link_connection", key]) { $0 = value }
        }
    }

    mutating func setPhysicalNetworks() {
        for interface in known(data["all_interfaces"]) {
            guard let network = physicalNetwork(of: interface) else { continue }
            for index in ports.indices where isSame(interface, ports[index]) {
                ports[index].update(at: ["physical_network"]) { $0 = .string(network) }
            }
        }
    }

    private func physicalNetwork(of interface: DocumentValue) -> String? {
        for key in ["ipv4_address", "ipv6_address"] {
            guard let address = interface[key]?.string.flatMap({ AddressBlock.address($0) }) else {
                continue
            }
            for (block, network) in options.physicalNetworks
            where AddressBlock(block)?.contains(address) == true {
                return network
            }
        }
        return nil
    }
}
