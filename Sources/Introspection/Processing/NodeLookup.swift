package import Documents

/// Finds the node that a ramdisk's data is about: by its controller's address and by the addresses
/// of its interfaces.
package enum NodeLookup {
    package enum Answer: Sendable, Hashable {
        /// The node's place in the list.
        case found(Int)
        /// Nobody knows the machine: it may be enrolled.
        case unknown
        /// More than one node fits, which is nobody's to decide.
        case ambiguous([Int])
    }

    /// - Parameters:
    ///   - controllers: each node's controller's address, as far as it is known.
    ///   - interfaces: the addresses of each node's ports.
    package static func node(
        for data: DocumentValue, controllers: [String?], interfaces: [[String]]
    ) -> Answer {
        let told = ["bmc_address", "bmc_v6address"].compactMap { data["inventory"]?[$0]?.string }
            .compactMap { AddressBlock.address($0) }
            .filter { $0.contains { $0 != 0 } }
        let addresses = (data["inventory"]?["interfaces"]?.list ?? [])
            .compactMap { $0["mac_address"]?.string?.lowercased() }
        let matches = controllers.indices.filter { index in
            let controller = controllers[index].flatMap { AddressBlock.address($0) }
            return controller.map(told.contains) ?? false
                || interfaces[index].contains { addresses.contains($0.lowercased()) }
        }
        switch matches.count {
        case 0: return .unknown
        case 1: return .found(matches[0])
        default: return .ambiguous(matches)
        }
    }

    /// The node that is enrolled for a machine that nobody knows: of a driver that does nothing,
    /// until a rule says better, with the controller's address where the machine tells it.
    package static func enrolled(for data: DocumentValue) -> DocumentValue {
        var node: DocumentValue = [
            "driver": "fake-hardware", "provision_state": "enroll", "driver_info": [:],
            "properties": [:], "extra": [:], "traits": [],
        ]
        for (key, name) in [
            ("bmc_address", "ipmi_address"), ("bmc_v6address", "ipmi_v6address"),
        ] {
            guard let address = data["inventory"]?[key]?.string,
                let bytes = AddressBlock.address(address), bytes.contains(where: { $0 != 0 })
            else { continue }
            node.update(at: ["driver_info", name]) { $0 = .string(address) }
        }
        return node
    }
}
