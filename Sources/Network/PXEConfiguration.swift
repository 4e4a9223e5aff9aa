public import Hardware
public import World

/// What a machine with this address is to boot over the network. Where there is none, nothing.
public struct PXEConfiguration: StoredDocument, Hashable {
    public static let kind: DocumentKind = "pxe-configuration"
    public static let version = 1

    public let address: MACAddress
    public let files: BootFiles

    public init(address: MACAddress, files: BootFiles) {
        self.address = address
        self.files = files
    }

    public var id: String { address.description }
}
