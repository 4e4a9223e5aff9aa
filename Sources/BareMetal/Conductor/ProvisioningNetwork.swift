public import Hardware
public import World

/// What the bare-metal service asks of the network: who may start a ramdisk from it, and which
/// network a node's switch ports are in.
///
/// All are writes added to the transaction that changes the node, so that a node never waits for
/// a ramdisk that nobody serves.
public protocol ProvisioningNetwork: Sendable {
    /// Machines with these addresses start these files from now on, in this network.
    func admit(
        _ addresses: [MACAddress], files: BootFiles, to vlan: VLAN,
        in transaction: inout Transaction)

    /// Machines with these addresses are offered nothing from now on.
    func dismiss(_ addresses: [MACAddress], in transaction: inout Transaction)

    /// Machines with these addresses start from this volume whenever they start over the network
    /// and are offered no ramdisk.
    func offer(_ volume: SANTarget, to addresses: [MACAddress], in transaction: inout Transaction)

    /// Machines with these addresses start from no volume any more.
    func withdrawVolume(from addresses: [MACAddress], in transaction: inout Transaction)

    /// Puts the switch ports at the ends of these ports' cables into a network. Ports whose cables
    /// end nobody knows where stay where they are.
    func bind(_ ports: [Port], to vlan: VLAN, in transaction: inout Transaction)

    /// Gives the switch ports of interfaces back: they are as the switch came.
    func unbind(_ addresses: [MACAddress], in transaction: inout Transaction)

    /// What the network last saw of a machine with these addresses that was to start from it, as a
    /// clause for people. Whoever has just begun to look may have seen nothing yet.
    func lastBoot(of addresses: [MACAddress], since: Instant) async -> String
}
