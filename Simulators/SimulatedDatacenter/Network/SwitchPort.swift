import Hardware

/// Where a machine is plugged in: its own link and its rack's uplink, each in both directions.
struct SwitchPort: Sendable {
    let rack: RackName
    /// From the machine to the switch.
    let egress: LinkNumber
    /// From the switch to the machine.
    let ingress: LinkNumber
    /// From the switch to the core.
    let uplink: LinkNumber
    /// From the core to the switch.
    let downlink: LinkNumber

    /// What lies between two machines. Within a rack the switch is never the bottleneck.
    func route(to other: SwitchPort) -> [LinkNumber] {
        if rack == other.rack { return [egress, other.ingress] }
        return [egress, uplink, other.downlink, other.ingress]
    }
}
