public import Hardware

extension IntrospectionPolicy {
    /// The interfaces that become ports, in the machine's order, each address once.
    public func ports(of facts: MachineFacts) -> [MACAddress] {
        let valid = facts.interfaces.filter { Self.isInterfaceAddress($0.address) }
        switch adding {
        case .disabled: return []
        case .all: return Self.addresses(valid)
        case .active: return Self.addresses(valid.filter(\.hasCarrier))
        case .pxe:
            guard let boot = facts.bootInterface else {
                return Self.addresses(valid.filter(\.hasCarrier))
            }
            return Self.addresses(valid.filter { $0.address == boot })
        }
    }

    /// What must be created and removed for a node that has the ports `existing`.
    func portChanges(_ facts: MachineFacts, existing: [MACAddress]) -> PortChanges {
        let added = ports(of: facts)
        let present = Set(facts.interfaces.map(\.address))
        let removed = existing.filter { address in
            switch keeping {
            case .all: false
            case .present: !present.contains(address)
            case .added: !added.contains(address)
            }
        }
        return PortChanges(created: added.filter { !existing.contains($0) }, removed: removed)
    }

    /// All zeros is what a driver says that could not read the address; a group address is no
    /// interface's own.
    private static func isInterfaceAddress(_ address: MACAddress) -> Bool {
        address.rawValue != 0 && !address.isGroup
    }

    /// Members of a bond report one address; it makes one port.
    private static func addresses(_ interfaces: [InterfaceFacts]) -> [MACAddress] {
        var seen: Set<MACAddress> = []
        return interfaces.map(\.address).filter { seen.insert($0).inserted }
    }
}
