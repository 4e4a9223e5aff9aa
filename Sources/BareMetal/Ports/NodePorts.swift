import Hardware
public import World

/// All interfaces of one node, which decisions about any of them rest on.
public struct NodePorts: Sendable, Hashable {
    public let node: NodeName
    public let interface: NetworkInterface
    /// In the order in which equal ones are preferred.
    public private(set) var ports: [Port]
    public private(set) var portgroups: [Portgroup]

    public init(
        of node: NodeName, _ ports: [Port], _ portgroups: [Portgroup] = [],
        interface: NetworkInterface = .flat
    ) {
        self.node = node
        self.interface = interface
        self.ports = ports
        self.portgroups = portgroups
    }

    /// The ports that a portgroup bonds.
    public func members(of group: Identifier) -> [Port] {
        ports.filter { $0.portgroup == group }
    }

    public func portgroup(_ uuid: Identifier) -> Portgroup? {
        portgroups.first { $0.uuid == uuid }
    }

    /// The attached VIFs of the instance: of ports, then of portgroups.
    public var vifs: [VIF] {
        ports.compactMap { $0.vifs[.tenant] } + portgroups.compactMap { $0.vifs[.tenant] }
    }

    /// The physical network that a portgroup's members share; nil inside where they name none, nil
    /// outside where there are no members.
    ///
    /// - Throws: ``RecordRefusal/conflict(_:)`` where they do not agree.
    public func physicalNetwork(
        of group: Identifier, without excluded: Identifier? = nil
    ) throws(RecordRefusal) -> PhysicalNetwork?? {
        let members = members(of: group).filter { $0.uuid != excluded }
        guard let first = members.first else { return nil }
        guard members.allSatisfy({ $0.physicalNetwork == first.physicalNetwork }) else {
            let names = Set(members.map { $0.physicalNetwork?.text ?? "none" }).sorted()
            throw .conflict(
                "the ports of portgroup \(group) are on several physical networks: "
                    + names.joined(separator: ", "))
        }
        return .some(first.physicalNetwork)
    }

    mutating func replace(_ changed: PortLike) {
        switch changed {
        case .port(let port):
            for index in ports.indices where ports[index].uuid == port.uuid { ports[index] = port }
        case .portgroup(let group):
            for index in portgroups.indices where portgroups[index].uuid == group.uuid {
                portgroups[index] = group
            }
        }
    }
}
