public import BareMetal
public import Hardware

/// The building around the machines.
public struct DatacenterDescription: Sendable, Hashable {
    public static let rackLimit = 1...1000

    /// By name; machines of an inventory are dealt over them in blocks.
    public let racks: [RackName]
    /// Between a machine and its rack's switch.
    public let nic: Bandwidth
    /// Between a rack's switch and the rest.
    public let uplink: Bandwidth
    /// How many of the machines are slower than their like.
    public let slowMachines: Ratio
    public let power: PowerDescription
    /// Whether the control plane binds the ports of the racks' switches (`neutron`) or all of them
    /// stay in one network (`flat`).
    public let network: NetworkInterface
    /// How the controllers of an inventory's machines are reached; groups of machines say it
    /// themselves.
    public let management: InventoryManagement

    public static let usualNIC = Bandwidth.gigabits(10)
    public static let usualUplink = Bandwidth.gigabits(40)
}
