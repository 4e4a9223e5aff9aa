/// What a switch says of itself to whoever is plugged into one of its ports (LLDP, IEEE 802.1AB).
public struct LinkNeighbour: Sendable, Hashable, Codable {
    public let switchName: SwitchName
    /// The switch's own name of the port.
    public let port: String
    /// The switch's own address (the chassis ID); nil where it tells another sort of name.
    public let chassis: MACAddress?

    public init(switchName: SwitchName, port: String, chassis: MACAddress? = nil) {
        self.switchName = switchName
        self.port = port
        self.chassis = chassis
    }
}

extension LinkNeighbour: CustomStringConvertible {
    public var description: String { "port \(port) of switch \(switchName)" }
}
