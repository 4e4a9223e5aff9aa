public import Hardware
public import World

/// An end of a network, with the addresses it has (Neutron's port).
public struct PortRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "network-port"
    public static let version = 1

    public struct FixedAddress: Sendable, Hashable, Codable {
        public let subnet: String
        public let address: IPAddress

        public init(subnet: String, address: IPAddress) {
            (self.subnet, self.address) = (subnet, address)
        }
    }

    public let id: String
    public var name: String
    public let network: String
    public let mac: MACAddress
    public var addresses: [FixedAddress]
    /// What uses it: a server, a router; empty where nothing does.
    public var device = ""
    public var owner = ""
    public var securityGroups: [String] = []
    public var isUp = true

    public init(
        id: String, name: String, network: String, mac: MACAddress, addresses: [FixedAddress]
    ) {
        self.id = id
        self.name = name
        self.network = network
        self.mac = mac
        self.addresses = addresses
    }

    /// What Neutron gives its ports: an address that nobody makes cards with. Source: Neutron's
    /// `base_mac`.
    public static func mac(drawnFrom random: some RandomSource) -> MACAddress {
        MACAddress(rawValue: 0xfa_163e_000000 | random.next() & 0xff_ffff)
    }
}
