public import Hardware
public import World

/// A provisioning address lent to an interface. It stays lent, so that a machine keeps its address.
public struct AddressLease: StoredDocument, Hashable {
    public static let kind: DocumentKind = "address-lease"
    public static let version = 1

    public let address: MACAddress
    /// The place in the pool, counted from 0.
    public let slot: Int

    public init(address: MACAddress, slot: Int) {
        self.address = address
        self.slot = slot
    }

    public var id: String { address.description }
}
