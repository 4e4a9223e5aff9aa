public import Hardware

/// What introspection changes of a node.
public struct NodeFindings: Sendable, Hashable {
    public let properties: NodeProperties
    /// The interfaces that are to be the node's ports.
    public let addresses: [MACAddress]

    public init(properties: NodeProperties, addresses: [MACAddress]) {
        self.properties = properties
        self.addresses = addresses
    }
}
