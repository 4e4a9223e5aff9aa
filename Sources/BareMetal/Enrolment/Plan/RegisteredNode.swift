import Hardware
import World

/// A node that is there already, as an import sees it: what is known of it, and whether it may be
/// taken away.
public struct RegisteredNode: Sendable, Hashable {
    public let description: NodeDescription
    /// The service's record; nil where the node is known from a file only.
    public let node: Node?

    /// A node of an earlier file.
    public init(_ description: NodeDescription) {
        self.description = description
        node = nil
    }

    /// A node of the service's, with its ports.
    public init(_ node: Node, ports: [Port]) {
        let documented = Set(ports.map(\.address))
        let described = ports.map { port in
            PortDescription(
                address: port.address, physicalNetwork: port.physicalNetwork?.text,
                localLink: port.localLink, isPXEEnabled: port.isPXEEnabled,
                isSmartNIC: port.isSmartNIC)
        }
        let others = node.addresses.filter { !documented.contains($0) }
        let capabilities = node.properties.capabilities.sorted { $0.key < $1.key }
        self.node = node
        description = NodeDescription(
            name: node.name, uuid: node.uuid.text, driver: node.driver, bmc: node.bmc,
            credentials: node.credentials,
            ports: described + others.map { PortDescription(address: $0) },
            processors: node.properties.processors, memory: node.properties.memory,
            disk: node.properties.localDisk, architecture: node.properties.architecture,
            capabilities: capabilities.map { Capability(name: $0.key, value: $0.value) },
            rootDevice: node.rootDevice, resourceClass: node.resourceClass?.text, line: 0,
            conductorGroup: node.conductorGroup, settings: node.driverSettings,
            offSwitch: node.offSwitch)
    }

    /// Why the node may not be taken away; nil where it may.
    var objectionToRemoval: String? { node.flatMap(NodeRemoval.objection) }
}
