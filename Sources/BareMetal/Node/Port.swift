public import Hardware
public import World

/// An interface of a node, found by its address (Ironic's port).
public struct Port: StoredDocument, Hashable {
    public static let kind: DocumentKind = "port"
    public static let version = 1

    public let address: MACAddress
    public let node: NodeName

    public init(address: MACAddress, node: NodeName) {
        self.address = address
        self.node = node
    }

    public var id: String { address.description }
}
