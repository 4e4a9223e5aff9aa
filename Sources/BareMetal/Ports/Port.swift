public import Hardware
public import World

/// An interface of a node, found by its address (Ironic's port).
///
/// One address is one port: the address is the document's name, so the store refuses a second one.
public struct Port: StoredDocument, Hashable {
    public static let kind: DocumentKind = "port"
    public static let version = 1

    public var address: MACAddress
    public var node: NodeName
    /// Its name in requests.
    public let uuid: Identifier
    public var name: String?
    /// Whether the node may start from the network over it.
    public var isPXEEnabled = true
    public var physicalNetwork: PhysicalNetwork?
    public var localLink: LocalLinkConnection?
    /// The portgroup it is a member of.
    public var portgroup: Identifier?
    /// Whether the interface is a computer of its own that plugs the networks itself.
    public var isSmartNIC = false
    /// The VIFs attached to it, at most one for each use.
    public var vifs: [NetworkUse: VIF] = [:]
    public var extra: [String: JSONValue] = [:]
    /// What operators know it by besides; nil where they said nothing.
    public var labels: PortLabels?
    public var dates: RecordDates?

    /// - Parameter uuid: nil for one that follows from the address.
    public init(address: MACAddress, node: NodeName, uuid: Identifier? = nil) {
        self.address = address
        self.node = node
        self.uuid = uuid ?? Self.identifier(of: address)
    }

    public var id: String { address.description }
}

extension Port {
    /// The VIF the interface is plugged into now: that of work under way before the instance's own.
    public var currentVIF: VIF? { NetworkUse.current(of: vifs) }

    /// A version-8 UUID (RFC 9562) that ends with the address: an address is in one port only, so
    /// its port needs no draw of chance.
    static func identifier(of address: MACAddress) -> Identifier {
        let digits = String(address.rawValue, radix: 16)
        let padding = String(repeating: "0", count: 12 - digits.count)
        return Identifier(text: "706f7274-0000-8000-8000-\(padding)\(digits)")
    }

    /// The same interface under another address. The document's name follows the address.
    public func readdressed(_ address: MACAddress) -> Port {
        var port = self
        port.address = address
        return port
    }
}
