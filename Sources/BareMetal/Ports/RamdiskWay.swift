import Hardware

/// How a node's machine comes to its ramdisk over the network.
struct RamdiskWay: Sendable {
    /// What it may start with.
    let addresses: [MACAddress]
    /// Whose switch ports are bound for it; none where nobody binds ports.
    let bound: [Port]
    let vlan: VLAN
}
