/// What a switch says of itself to whoever is plugged into one of its ports (LLDP, IEEE 802.1AB).
public struct LinkNeighbour: Sendable, Hashable, Codable {
    public let switchName: SwitchName
    /// The switch's own name of the port.
    public let port: String

    public init(switchName: SwitchName, port: String) {
        self.switchName = switchName
        self.port = port
    }
}

extension LinkNeighbour: CustomStringConvertible {
    public var description: String { "port \(port) of switch \(switchName)" }
}
