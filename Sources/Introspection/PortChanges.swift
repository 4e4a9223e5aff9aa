public import Hardware

/// What introspection does to a node's ports. Empty for a node that has what it should.
public struct PortChanges: Sendable, Hashable, Codable {
    /// In the order the machine lists its interfaces.
    public let created: [MACAddress]
    /// In the order the node had them.
    public let removed: [MACAddress]

    public init(created: [MACAddress], removed: [MACAddress]) {
        self.created = created
        self.removed = removed
    }
}
