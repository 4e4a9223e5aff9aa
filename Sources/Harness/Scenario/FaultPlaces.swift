import BareMetal
import Hardware
import Plans

/// The places a fault may name. What could not be read is nil, and any name for it passes.
struct FaultPlaces {
    let machines: Set<NodeName>?
    let racks: [RackName]?
    let roles: [RoleName]?
    let feeds: [FeedName]
    private let hardware: ScenarioHardware?
    private let management: InventoryManagement

    init(
        hardware: ScenarioHardware?, datacenter: DatacenterDescription?, roles: [RoleName]?
    ) {
        self.hardware = hardware
        management = datacenter?.management ?? .direct
        machines =
            switch hardware {
            case .inventory(let inventory)?: Set(inventory.nodes.map(\.name))
            case .machines(let groups)?: Set(groups.flatMap(\.names))
            case nil: nil
            }
        racks = hardware == nil ? nil : datacenter?.racks
        feeds = datacenter?.power.feeds ?? PowerDescription.usual.feeds
        // The undercloud's own machines carry a role as well.
        self.roles = roles.map { $0 + [CloudPlan.undercloudRole] }
    }

    /// Whether some machine there has what a fault cannot do without. Who is on a feed or carries a
    /// role is not known yet: there, any machine of the scenario counts.
    func has(_ need: FaultNeed, at target: FaultTarget) -> Bool {
        switch hardware {
        case .inventory(let inventory)?:
            // What disks its machines get is drawn when they are made.
            need == .severalDisks
                || inventory.nodes.contains { node in
                    isAmong([node.name], target) && need == .wire
                        && management.wire(for: node.driver) != nil
                }
        case .machines(let groups)?:
            groups.contains { group in
                isAmong(group.names, target) && isIn(group.rack, target) && group.has(need)
            }
        case nil: true
        }
    }

    private func isAmong(_ names: [NodeName], _ target: FaultTarget) -> Bool {
        if case .machine(let name) = target { names.contains(name) } else { true }
    }

    private func isIn(_ rack: RackName, _ target: FaultTarget) -> Bool {
        switch target {
        case .rack(let wanted): rack == wanted
        case .switch(let name) where name != .core: rack.text == name.text
        default: true
        }
    }
}

extension MachineGroup {
    fileprivate func has(_ need: FaultNeed) -> Bool {
        switch need {
        case .wire: wire != nil
        case .raidController: !raid.isEmpty
        case .severalDisks: disks.count + raid.count > 1
        }
    }
}
