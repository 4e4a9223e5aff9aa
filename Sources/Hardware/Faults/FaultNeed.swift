/// What not every machine has and some faults cannot do without.
public enum FaultNeed: Sendable, Hashable, CaseIterable {
    /// A controller that is spoken to by a protocol on the wire: calls that reach it as they are do
    /// not meet what happens there.
    case wire
    /// A RAID controller with volumes.
    case raidController
    /// More than one disk, or volume, that a kernel sees.
    case severalDisks
}
