public import Hardware

/// What introspection changes of a node.
public struct NodeFindings: Sendable, Hashable {
    /// What is known of one of the node's ports now; nil leaves what was known.
    public struct Interface: Sendable, Hashable {
        public let address: MACAddress
        public var startsMachine: Bool?
        public var physicalNetwork: PhysicalNetwork?

        public init(_ address: MACAddress) { self.address = address }
    }

    public let properties: NodeProperties
    /// The interfaces that are to be the node's ports.
    public let addresses: [MACAddress]
    /// The node as rules leave it, of which its record takes over what they may change; nil where
    /// there are none.
    public var ruled: Node?
    /// Of ``addresses``, those of which more is known.
    public var interfaces: [Interface] = []
    /// What is kept of the ramdisk's message; nil where it sent no more than facts.
    public var data: IntrospectionData?
    /// The rules that were carried out, by name.
    public var rules: [String] = []

    public init(properties: NodeProperties, addresses: [MACAddress]) {
        self.properties = properties
        self.addresses = addresses
    }

    /// Writes into a node what was found; whatever else has changed of it meanwhile stays.
    func apply(to node: inout Node) {
        if let ruled {
            node.driver = ruled.driver
            (node.bmc, node.credentials) = (ruled.bmc, ruled.credentials)
            (node.driverSettings, node.particulars) = (ruled.driverSettings, ruled.particulars)
            (node.rootDevice, node.skippedDevices) = (ruled.rootDevice, ruled.skippedDevices)
            (node.resourceClass, node.traits) = (ruled.resourceClass, ruled.traits)
            (node.conductorGroup, node.chassis) = (ruled.conductorGroup, ruled.chassis)
            (node.owner, node.lessee) = (ruled.owner, ruled.lessee)
        }
        node.properties = properties
        node.addresses = addresses
    }
}
