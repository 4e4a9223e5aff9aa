import Hardware
public import World

/// An address of a subnet that a port has. One document an address, so that none is given twice.
public struct AddressGrant: StoredDocument, Hashable {
    public static let kind: DocumentKind = "address-grant"
    public static let version = 1

    public let subnet: String
    public let address: IPAddress
    /// Whose it is.
    public let port: String

    public init(subnet: String, address: IPAddress, port: String) {
        self.subnet = subnet
        self.address = address
        self.port = port
    }

    public var id: String { Self.id(subnet, address) }

    public static func id(_ subnet: String, _ address: IPAddress) -> String {
        "\(subnet)/\(address)"
    }

    /// Where those of one subnet lie.
    public static func range(of subnet: String) -> DocumentRange {
        DocumentRange(from: "\(subnet)/", upTo: "\(subnet)0")
    }
}
