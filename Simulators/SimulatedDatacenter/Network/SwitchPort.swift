import Hardware

/// Where a machine is plugged in: its own link, in both directions, and the switch at its end.
struct SwitchPort: Sendable {
    let rackSwitch: RackSwitch
    /// Counted from 1, in the order in which machines are plugged in.
    let number: Int
    /// From the machine to the switch.
    let egress: LinkNumber
    /// From the switch to the machine.
    let ingress: LinkNumber

    /// What lies between two machines. Within a rack the switch is never the bottleneck.
    func route(to other: SwitchPort) -> [LinkNumber] {
        if rackSwitch === other.rackSwitch { return [egress, other.ingress] }
        return [egress, rackSwitch.uplink, other.rackSwitch.downlink, other.ingress]
    }

    /// Whether what stands between two machines forwards.
    func reaches(_ other: SwitchPort) -> Bool {
        if rackSwitch === other.rackSwitch { return rackSwitch.isAlive }
        return rackSwitch.reachesCore && other.rackSwitch.reachesCore
    }

    /// What the switch tells a machine that is plugged into one of its ports.
    func neighbour(at port: Int) -> LinkNeighbour {
        LinkNeighbour(
            switchName: rackSwitch.name, port: RackSwitch.name(ofPort: port),
            chassis: rackSwitch.chassis)
    }
}
