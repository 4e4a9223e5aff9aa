/// One network interface as the ramdisk sees it (ironic-python-agent's `interfaces` entry).
public struct InterfaceFacts: Sendable, Hashable, Codable {
    public let name: String
    public let address: MACAddress
    public let hasCarrier: Bool
    public let speed: Bandwidth
    /// What is at the other end of its cable; nil where that says nothing.
    public let neighbour: LinkNeighbour?

    public init(
        name: String, address: MACAddress, hasCarrier: Bool, speed: Bandwidth,
        neighbour: LinkNeighbour? = nil
    ) {
        self.name = name
        self.address = address
        self.hasCarrier = hasCarrier
        self.speed = speed
        self.neighbour = neighbour
    }
}
