public import Hardware
public import World

/// What a machine with this address is to boot over the network. Where there is none, nothing.
public struct PXEConfiguration: StoredDocument, Hashable {
    public static let kind: DocumentKind = "pxe-configuration"
    public static let version = 1

    public let address: MACAddress
    public let files: BootFiles
    /// The network that it is offered in. In another it would start where it does not belong.
    public let vlan: VLAN

    public init(address: MACAddress, files: BootFiles, vlan: VLAN = .ctlplane) {
        self.address = address
        self.files = files
        self.vlan = vlan
    }

    public var id: String { address.description }
}
