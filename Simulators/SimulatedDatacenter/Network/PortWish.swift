public import Hardware

/// What a switch port is to be in, as whoever drives the switches is told.
public struct PortWish: Sendable, Hashable {
    public let switchName: SwitchName
    /// The switch's own name of the port.
    public let port: String
    public let vlan: VLAN

    public init(switchName: SwitchName, port: String, vlan: VLAN) {
        self.switchName = switchName
        self.port = port
        self.vlan = vlan
    }
}
