package import Documents
package import Hardware
import OrderedCollections

extension MachineFacts {
    /// The facts in the form of ironic-python-agent's `inventory`.
    package var inventory: DocumentValue {
        [
            "interfaces": .list(interfaces.map(\.inventory)),
            "cpu": processor.inventory,
            "disks": .list(disks.map(\.inventory)),
            "memory": [
                "physical_mb": .integer(Int(memory.mebibytes)),
                "total": .integer(Int(memory.bytes)),
            ],
            "bmc_address": bmcHost.map { .string($0) } ?? "0.0.0.0",
            "system_vendor": [
                "product_name": .string(identity.product),
                "serial_number": .string(identity.serialNumber),
                "manufacturer": .string(identity.manufacturer),
            ],
            "boot": [
                "current_boot_mode": .string(bootMode.rawValue),
                "pxe_interface": bootInterface.map { .string("\($0)") } ?? .null,
            ],
            "hostname": .string(identity.serialNumber.lowercased()),
        ]
    }

    /// What switches say of themselves to each interface, as raw LLDP values (`lldp_raw`).
    package var rawNeighbours: DocumentValue {
        let heard = interfaces.compactMap { interface in
            interface.neighbour.map { (interface.name, $0.rawUnit) }
        }
        return .map(OrderedDictionary(heard, uniquingKeysWith: { first, _ in first }))
    }
}

extension InterfaceFacts {
    fileprivate var inventory: DocumentValue {
        [
            "name": .string(name), "mac_address": .string("\(address)"),
            "has_carrier": .bool(hasCarrier),
            "speed_mbps": .integer(Int(speed.bytesPerSecond * 8 / 1_000_000)),
        ]
    }
}

extension ProcessorFacts {
    fileprivate var inventory: DocumentValue {
        [
            "count": .integer(count), "architecture": .string(architecture.text),
            "model_name": .string(model),
        ]
    }
}

extension DiskFacts {
    /// What has no text is null, as with the agent.
    fileprivate var inventory: DocumentValue {
        func text(_ text: String) -> DocumentValue { text.isEmpty ? .null : .string(text) }
        return [
            "name": .string(name), "model": text(model), "vendor": text(vendor),
            "size": .integer(Int(size.bytes)), "rotational": .bool(isRotational),
            "serial": text(serial), "wwn": text(wwn), "hctl": text(hctl), "by_path": text(byPath),
            "wwn_with_extension": text(wwnWithExtension),
            "wwn_vendor_extension": text(wwnVendorExtension),
        ]
    }
}

extension LinkNeighbour {
    /// The values that make the unit up (IEEE 802.1AB): pairs of a type and hexadecimal digits.
    fileprivate var rawUnit: DocumentValue {
        var items: [DocumentValue] = []
        func add(_ type: Int, _ bytes: [UInt8]) {
            items.append([.integer(type), .string(Self.hexadecimal(bytes))])
        }
        // Subtypes: a chassis by its address or by a name of its own, a port by its name.
        let name = Array(switchName.text.utf8)
        add(1, chassis.map { [4] + Self.octets($0) } ?? [7] + name)
        add(2, [5] + Array(port.utf8))
        // Two minutes until it is old.
        add(3, [0, 120])
        add(5, name)
        return .list(items)
    }

    private static func octets(_ address: MACAddress) -> [UInt8] {
        stride(from: 40, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: address.rawValue >> $0)
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
