import BareMetal
import Hardware
import Plans

/// The places a fault may name. What could not be read is nil, and any name for it passes.
struct FaultPlaces {
    let machines: Set<NodeName>?
    let racks: [RackName]?
    let roles: [RoleName]?
    let feeds: [FeedName]
    /// Whether some machine is managed over a wire protocol.
    let hasWire: Bool

    init(
        hardware: ScenarioHardware?, datacenter: DatacenterDescription?, roles: [RoleName]?
    ) {
        switch hardware {
        case .inventory(let inventory)?:
            machines = Set(inventory.nodes.map(\.name))
            hasWire = inventory.nodes.contains {
                datacenter?.management.wire(for: $0.driver) != nil
            }
        case .machines(let groups)?:
            machines = Set(groups.flatMap(\.names))
            hasWire = groups.contains { $0.wire != nil }
        case nil:
            machines = nil
            hasWire = true
        }
        racks = hardware == nil ? nil : datacenter?.racks
        feeds = datacenter?.power.feeds ?? PowerDescription.usual.feeds
        // The undercloud's own machines carry a role as well.
        self.roles = roles.map { $0 + [CloudPlan.undercloudRole] }
    }
}
