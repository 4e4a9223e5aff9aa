public import Hardware
public import World

/// Ports of a node that are bonded into one (Ironic's portgroup).
public struct Portgroup: StoredDocument, Hashable {
    public static let kind: DocumentKind = "portgroup"
    public static let version = 1

    /// Ironic's `default_portgroup_mode`.
    public static let standardMode = "active-backup"

    public let uuid: Identifier
    public var node: NodeName
    public var name: String?
    /// The bond's own address; a bond may go without.
    public var address: MACAddress?
    /// How the bond is driven, as the kernel's bonding driver says it: `active-backup`, `802.3ad`.
    public var mode = standardMode
    /// The driver's options, as `miimon`.
    public var properties: [String: JSONValue] = [:]
    /// Whether its members may also be used one by one, and start from the network.
    public var supportsStandalonePorts = true
    public var physicalNetwork: PhysicalNetwork?
    public var category: String?
    public var vifs: [NetworkUse: VIF] = [:]
    public var extra: [String: JSONValue] = [:]
    public var dates: RecordDates?

    public init(uuid: Identifier, node: NodeName) {
        self.uuid = uuid
        self.node = node
    }

    public var id: String { uuid.text }

    /// The VIF the bond is plugged into now.
    public var currentVIF: VIF? { NetworkUse.current(of: vifs) }
}
