import Hardware
public import World

/// An address outside that leads to a port inside (Neutron's floating IP).
public struct FloatingAddressRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "floating-address"
    public static let version = 1

    public let id: String
    public let network: String
    public let subnet: String
    public let address: IPAddress
    /// The port that it leads to, and which of its addresses.
    public var port: String?
    public var fixedAddress: IPAddress?

    public init(id: String, network: String, subnet: String, address: IPAddress) {
        self.id = id
        self.network = network
        self.subnet = subnet
        self.address = address
    }
}
