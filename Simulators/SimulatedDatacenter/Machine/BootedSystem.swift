public import Hardware
public import Simulation
public import World

/// A system that a machine has just started: what it is, and the process it lives in.
public struct BootedSystem: Sendable {
    public enum System: Sendable, Hashable {
        /// Loaded over the network, through the interface of this address.
        case ramdisk(DHCPOffer, bootInterface: MACAddress)
        /// From the disk of this name. `extent` tells whether every byte is the image's.
        case disk(ImageDigest, WrittenExtent, disk: String)
    }

    public let machine: SimulatedMachine
    public let system: System
    /// Killed when the machine loses power, is switched off or reset.
    public let process: SimulatedProcess

    /// Whether it was started from a disk of the machine.
    public var isInstalled: Bool {
        if case .disk = system { return true }
        return false
    }
}
