import Hardware

/// Reads a node's interfaces, in the `ports` form and in the older `mac` form.
struct PortsReader {
    private static let keys = [
        "address", "physical_network", "local_link_connection", "pxe_enabled", "is_smartnic",
    ]

    private let mapping: InputMapping
    /// Every address that could be read, with its place.
    private(set) var addresses: [(MACAddress, InputCursor)] = []

    init(_ mapping: InputMapping) { self.mapping = mapping }

    mutating func read() -> [PortDescription] {
        guard mapping.present("ports") != nil || mapping.present("mac") != nil else {
            reportAbsence()
            return []
        }
        var ports: [PortDescription] = []
        for cursor in entries("ports", expected: "a list of ports") {
            if let port = port(cursor) { ports.append(port) }
        }
        for cursor in entries("mac", expected: "a list of MAC addresses") {
            if let address = address(cursor) { ports.append(PortDescription(address: address)) }
        }
        return ports
    }

    private func reportAbsence() {
        let key = mapping.spelling("ports")
        switch mapping.form {
        case .ironic:
            mapping.cursor.notice("there are no ports: nothing is known to start from the network")
        case .bifrost: mapping.cursor.report("missing key '\(key)', expected MAC addresses")
        default:
            mapping.cursor.report(
                "missing key '\(key)', expected a list of ports, or of MAC addresses under 'mac'")
        }
    }

    private func entries(_ key: String, expected: String) -> [InputCursor] {
        guard let cursor = mapping.present(key), let list = cursor.list(expected: expected) else {
            return []
        }
        if list.isEmpty {
            cursor.report("found an empty list, expected at least one MAC address")
        }
        return list
    }

    private mutating func port(_ cursor: InputCursor) -> PortDescription? {
        guard let port = cursor.mapping(expected: "a mapping with the key 'address'") else {
            return nil
        }
        for entry in port.entries where !entry.key.hasPrefix("_") && !Self.keys.contains(entry.key)
        {
            port.reportUnknown(entry.key, line: entry.line, known: Self.keys)
        }
        let link = port.present("local_link_connection").flatMap(localLink)
        let network = port.present("physical_network")?.looseText(expected: "a network's name")
        let isPXEEnabled = port.present("pxe_enabled").flatMap(truth)
        let isSmartNIC = port.present("is_smartnic").flatMap(truth)
        guard let cursor = port.required("address", expected: "a MAC address"),
            let address = address(cursor)
        else { return nil }
        return PortDescription(
            address: address, physicalNetwork: network, localLink: link,
            isPXEEnabled: isPXEEnabled, isSmartNIC: isSmartNIC)
    }

    /// Truth as JSON writes it, or its word in quotes, as forms that know only texts have it.
    private func truth(_ cursor: InputCursor) -> Bool? {
        switch cursor.plainText?.lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default:
            cursor.reportMismatch(expected: "true or false")
            return nil
        }
    }

    private func localLink(_ cursor: InputCursor) -> LocalLinkConnection? {
        let shape = "a mapping with switch_id, port_id and switch_info"
        guard let link = cursor.mapping(expected: shape) else { return nil }
        link.reportUnknownKeys(
            known: ["switch_id", "port_id", "switch_info", "hostname", "network_type"])
        func text(_ key: String) -> String? { link.present(key)?.looseText(expected: "a text") }
        let kind = link.present("network_type").flatMap { cursor in
            cursor.value(expected: "managed or unmanaged") {
                LocalLinkConnection.NetworkType(rawValue: $0)
            }
        }
        return LocalLinkConnection(
            switchID: text("switch_id")?.lowercased(), portID: text("port_id"),
            switchInfo: text("switch_info"), hostname: text("hostname"), networkType: kind)
    }

    private mutating func address(_ cursor: InputCursor) -> MACAddress? {
        let shape = "a MAC address such as 52:54:00:ab:cd:ef"
        guard let text = cursor.looseText(expected: shape) else { return nil }
        guard let address = MACAddress(text) else {
            cursor.reportMismatch(expected: shape)
            return nil
        }
        guard !address.isGroup else {
            cursor.report("found the group address \(address), expected that of one interface")
            return nil
        }
        addresses.append((address, cursor))
        return address
    }
}
