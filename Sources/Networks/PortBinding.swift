public import Hardware
public import World

/// What the switch port behind an interface is to be in (a bound port of the network service).
/// Where there is none, the port is as the switch came.
///
/// It is a wish: whoever drives the switches follows it, sooner or later.
public struct PortBinding: StoredDocument, Hashable {
    public static let kind: DocumentKind = "port-binding"
    public static let version = 1

    public let address: MACAddress
    public let switchName: SwitchName
    /// The switch's own name of the port.
    public let port: String
    public let vlan: VLAN

    public init(address: MACAddress, switchName: SwitchName, port: String, vlan: VLAN) {
        self.address = address
        self.switchName = switchName
        self.port = port
        self.vlan = vlan
    }

    public var id: String { address.description }
}
