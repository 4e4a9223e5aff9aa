package import Documents
package import OrderedCollections

/// What a switch says of itself and its port over LLDP, out of raw type-length-values: the basic
/// management set, and those of IEEE 802.1 and 802.3, by the names that Ironic keeps them under.
package struct LLDPUnit {
    /// Octets of one value at most (IEEE 802.1AB).
    private static let valueLimit = 511

    /// By name, such as `switch_chassis_id`. Of single values, the first one holds.
    package private(set) var values: OrderedDictionary<String, DocumentValue> = [:]
    /// The chassis' address where it names itself by one: what a port is bound by.
    package private(set) var switchAddress: String?

    /// - Parameter raw: pairs of a type and a value in hexadecimal digits. What cannot be read is
    ///   passed over.
    package init(_ raw: [DocumentValue]) {
        for item in raw {
            guard let pair = item.list, pair.count == 2, let type = pair[0].integer,
                let bytes = Self.bytes(pair[1].string ?? ""), bytes.count <= Self.valueLimit
            else { continue }
            read(type, bytes)
        }
    }

    static func bytes(_ hexadecimal: String) -> [UInt8]? {
        let digits = Array(hexadecimal.utf8)
        guard digits.count % 2 == 0 else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
        }
        return bytes.count * 2 == digits.count ? bytes : nil
    }

    private mutating func read(_ type: Int, _ bytes: [UInt8]) {
        switch type {
        case 1: readChassis(bytes)
        case 2: set("switch_port_id", port(bytes))
        case 4: set("switch_port_description", text(bytes[...]))
        case 5: set("switch_system_name", text(bytes[...]))
        case 6: set("switch_system_description", text(bytes[...]))
        case 7: readCapabilities(bytes)
        case 8:
            guard bytes.count > 2 else { return }
            append("switch_mgmt_addresses", address(family: bytes[1], bytes.dropFirst(2)))
        case 127: readOrganization(bytes)
        default: return
        }
    }

    private mutating func set(_ name: String, _ value: DocumentValue?) {
        if let value, values[name] == nil { values[name] = value }
    }

    private mutating func append(_ name: String, _ value: DocumentValue?) {
        guard let value else { return }
        values[name] = .list((values[name]?.list ?? []) + [value])
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> DocumentValue? {
        String(validating: bytes, as: UTF8.self).map(DocumentValue.string)
    }

    private func hardwareAddress(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.count >= 6 else { return nil }
        return bytes.prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined(separator: ":")
    }

    /// An address by its family's number: 1 is IPv4, 2 is IPv6, 6 a hardware address.
    private func address(family: UInt8, _ bytes: ArraySlice<UInt8>) -> DocumentValue? {
        switch family {
        case 1 where bytes.count >= 4:
            .string(bytes.prefix(4).map(String.init).joined(separator: "."))
        case 2 where bytes.count >= 16: .string(AddressBlock.text(Array(bytes.prefix(16))))
        case 6: hardwareAddress(bytes).map(DocumentValue.string)
        default: nil
        }
    }

    private mutating func readChassis(_ bytes: [UInt8]) {
        guard let subtype = bytes.first else { return }
        let rest = bytes.dropFirst()
        switch subtype {
        case 4:
            guard let address = hardwareAddress(rest) else { return }
            if values["switch_chassis_id"] == nil { switchAddress = address }
            set("switch_chassis_id", .string(address))
        case 5:
            set("switch_chassis_id", rest.first.flatMap { address(family: $0, rest.dropFirst()) })
        case 1, 2, 3, 6, 7: set("switch_chassis_id", text(rest))
        default: return
        }
    }

    private func port(_ bytes: [UInt8]) -> DocumentValue? {
        let rest = bytes.dropFirst()
        return switch bytes.first {
        case 3: hardwareAddress(rest).map(DocumentValue.string)
        case 4: rest.first.flatMap { address(family: $0, rest.dropFirst()) }
        case 1, 2, 5, 7: text(rest)
        default: nil
        }
    }

    private static let capabilities = [
        "Repeater", "Bridge", "WLAN", "Router", "Telephone", "DOCSIS cable device",
        "Station only", "C-Vlan", "S-Vlan", "TPMR",
    ]

    private mutating func readCapabilities(_ bytes: [UInt8]) {
        guard bytes.count == 4 else { return }
        for (name, start) in [("support", 0), ("enabled", 2)] {
            let bits = Int(bytes[start]) << 8 | Int(bytes[start + 1])
            let names = Self.capabilities.enumerated().filter { bits >> ($0.offset + 1) & 1 == 1 }
            set("switch_capabilities_\(name)", .list(names.map { .string($0.element) }))
        }
    }

    private mutating func readOrganization(_ bytes: [UInt8]) {
        guard bytes.count >= 4 else { return }
        let data = Array(bytes.dropFirst(4))
        switch Array(bytes.prefix(3)) {
        case [0x00, 0x80, 0xC2]: readBridging(bytes[3], data)
        case [0x00, 0x12, 0x0F]: readEthernet(bytes[3], data)
        default: return
        }
    }

    private static func number(_ bytes: some Collection<UInt8>) -> DocumentValue {
        .integer(bytes.reduce(0) { $0 << 8 | Int($1) })
    }

    /// IEEE 802.1Q, Annex D.
    private mutating func readBridging(_ subtype: UInt8, _ data: [UInt8]) {
        switch subtype {
        case 1 where data.count >= 2:
            set("switch_port_untagged_vlan_id", Self.number(data.prefix(2)))
        case 2 where data.count == 3:
            set("switch_port_protocol_vlan_enabled", .bool(data[0] & 4 != 0))
            set("switch_port_protocol_vlan_support", .bool(data[0] & 2 != 0))
            append("switch_port_protocol_vlan_ids", Self.number(data[1...]))
        case 3 where data.count >= 3 && data.count >= 3 + Int(data[2]):
            let name = data[3...].prefix(Int(data[2])).reversed().drop { $0 == 0 }.reversed()
            guard let text = text(Array(name)[...]) else { return }
            append("switch_port_vlans", ["name": text, "id": Self.number(data.prefix(2))])
        case 4 where !data.isEmpty && data.count > Int(data[0]):
            let digits = data[1...].prefix(Int(data[0])).map {
                ($0 < 16 ? "0" : "") + String($0, radix: 16)
            }
            append("switch_protocol_identities", .string(digits.joined()))
        case 6 where data.count >= 2:
            set("switch_port_management_vlan_id", Self.number(data.prefix(2)))
        case 7: readAggregation(data)
        default: return
        }
    }

    /// IEEE 802.3, section 79.
    private mutating func readEthernet(_ subtype: UInt8, _ data: [UInt8]) {
        switch subtype {
        case 1 where data.count == 5:
            let type = Int(data[3]) << 8 | Int(data[4])
            guard let name = MediumAttachment.names[type] else { return }
            set("switch_port_autonegotiation_enabled", .bool(data[0] & 2 != 0))
            set("switch_port_autonegotiation_support", .bool(data[0] & 1 != 0))
            let bits = Int(data[1]) << 8 | Int(data[2])
            set("switch_port_physical_capabilities", MediumAttachment.abilities(bits))
            set("switch_port_mau_type", .string(name))
        case 3: readAggregation(data)
        case 4 where data.count >= 2: set("switch_port_mtu", Self.number(data.prefix(2)))
        default: return
        }
    }

    private mutating func readAggregation(_ data: [UInt8]) {
        guard data.count == 5 else { return }
        set("switch_port_link_aggregation_enabled", .bool(data[0] & 2 != 0))
        set("switch_port_link_aggregation_support", .bool(data[0] & 1 != 0))
        set("switch_port_link_aggregation_id", Self.number(data[1...]))
    }
}
