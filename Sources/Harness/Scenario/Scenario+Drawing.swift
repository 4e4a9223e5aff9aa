public import BareMetal
public import Hardware
public import Plans

extension Scenario {
    /// What a search can draw faults for: what is there, by name, in the scenario's order.
    public struct Places: Sendable, Hashable {
        public let machines: [NodeName]
        public let racks: [RackName]
        public let feeds: [FeedName]
        public let roles: [RoleName]
    }

    public var places: Places {
        let machines =
            switch hardware {
            case .inventory(let inventory): inventory.nodes.map(\.name)
            case .machines(let groups): groups.flatMap(\.names)
            }
        return Places(
            machines: machines, racks: datacenter.racks, feeds: datacenter.power.feeds,
            roles: cloud.roles.map(\.name) + [CloudPlan.undercloudRole])
    }

    /// Names of the faults that can be met in the scenario: a RAID controller's where there is one,
    /// a switch's disobedience where it is told something.
    public var drawableFaults: [String] {
        let places = FaultPlaces(hardware: hardware, datacenter: datacenter, roles: nil)
        return Exploration.faultNames.filter { name in
            if let fault = HardwareFault(rawValue: name), let need = fault.need {
                return places.has(need, at: .any)
            }
            if let fault = SiteFault(rawValue: name), fault.isDisobedience {
                return datacenter.network == .neutron
            }
            return true
        }
    }

    /// The shortest that a fault of this name may last.
    public static func leastDuration(ofFault name: String) -> Duration {
        FaultKind(drawable: name)?.leastDuration ?? .zero
    }
}
