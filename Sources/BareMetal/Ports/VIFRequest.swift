public import World

/// A VIF that is to be attached.
public struct VIFRequest: Sendable, Hashable {
    /// What of the node it may be attached to.
    public enum Place: Sendable, Hashable {
        case any
        case port(Identifier)
        case portgroup(Identifier)
    }

    public let vif: VIF
    /// The physical networks its network reaches; empty where it has none of its own, and then
    /// nobody's matters.
    public let physicalNetworks: Set<PhysicalNetwork>
    public let place: Place

    public init(
        _ vif: VIF, on physicalNetworks: Set<PhysicalNetwork> = [], at place: Place = .any
    ) {
        self.vif = vif
        self.physicalNetworks = physicalNetworks
        self.place = place
    }

    /// A port that names no physical network may carry any.
    func allows(_ network: PhysicalNetwork?) -> Bool {
        guard let network, !physicalNetworks.isEmpty else { return true }
        return physicalNetworks.contains(network)
    }
}
