public import Hardware
public import World

/// The volume that a machine with this address starts from whenever it starts over the network.
///
/// It stays for as long as the machine carries its instance, and gives way to a ramdisk's
/// ``PXEConfiguration``.
public struct VolumeBoot: StoredDocument, Hashable {
    public static let kind: DocumentKind = "volume-boot"
    public static let version = 1

    public let address: MACAddress
    public let target: SANTarget

    public init(address: MACAddress, target: SANTarget) {
        self.address = address
        self.target = target
    }

    public var id: String { address.description }
}
