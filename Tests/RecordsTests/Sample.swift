import BareMetal
import Hardware
import World

/// Nodes and ports as the tests of records want them.
enum Sample {
    static func id(_ number: Int) -> Identifier {
        let digits = String(1_000_000_000_000 + number).dropFirst()
        return Identifier(text: "00000000-0000-4000-8000-\(digits)")
    }

    static func node(
        _ name: NodeName = "node-1", _ state: ProvisionState = .manageable,
        _ change: (inout Node) -> Void = { _ in }
    ) -> Node {
        var node = Node(
            name: name, uuid: Identifier(text: "uuid-of-\(name)"), driver: "ipmi",
            bmc: BMCAddress(host: name.text),
            credentials: BMCCredentials(user: "admin", password: "secret"), addresses: [],
            properties: NodeProperties(), rootDevice: nil)
        node.provisionState = state
        node.powerState = .off
        change(&node)
        return node
    }

    static func port(
        _ number: Int, in group: Portgroup? = nil, on network: PhysicalNetwork? = nil,
        vif: VIF? = nil, _ change: (inout Port) -> Void = { _ in }
    ) -> Port {
        var port = Port(
            address: MACAddress(rawValue: UInt64(number)), node: "node-1", uuid: id(number))
        port.portgroup = group?.uuid
        port.physicalNetwork = network
        port.vifs[.tenant] = vif
        change(&port)
        return port
    }

    static func group(
        _ number: Int, vif: VIF? = nil, _ change: (inout Portgroup) -> Void = { _ in }
    ) -> Portgroup {
        var group = Portgroup(uuid: id(number), node: "node-1")
        group.vifs[.tenant] = vif
        change(&group)
        return group
    }
}
