import Hardware

/// Where a port's cable ends (`local_link_connection`).
public struct LocalLinkConnection: Sendable, Hashable, Codable {
    /// Whether the network service drives the switch.
    public enum NetworkType: String, Sendable, Hashable, Codable {
        case managed, unmanaged
    }

    /// A MAC address, or an OpenFlow datapath of 16 hexadecimal digits; in lower case.
    public var switchID: String?
    /// The switch's own name of its port, as `Ethernet3/1`.
    public var portID: String?
    /// What the operator calls the switch.
    public var switchInfo: String?
    /// Of a smart NIC's own agent.
    public var hostname: String?
    public var networkType: NetworkType?

    public init(
        switchID: String? = nil, portID: String? = nil, switchInfo: String? = nil,
        hostname: String? = nil, networkType: NetworkType? = nil
    ) {
        self.switchID = switchID
        self.portID = portID
        self.switchInfo = switchInfo
        self.hostname = hostname
        self.networkType = networkType
    }
}

extension LocalLinkConnection? {
    /// Takes over what a switch tells of itself (LLDP), where nothing is written yet.
    mutating func learn(_ neighbour: LinkNeighbour) {
        var link = self ?? LocalLinkConnection()
        link.switchID = link.switchID ?? neighbour.chassis?.description
        link.portID = link.portID ?? neighbour.port
        link.switchInfo = link.switchInfo ?? neighbour.switchName.text
        self = link
    }
}
