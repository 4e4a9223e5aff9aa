public import BareMetal
public import Hardware
public import Plans

/// Where something goes wrong.
public enum FaultTarget: Sendable, Hashable {
    case seed
    /// Whichever replica leads the undercloud at that moment.
    case leader
    /// A conductor of the undercloud besides the one that leads at that moment, drawn by the run's
    /// seed.
    case conductor
    /// Any machine, drawn by the run's seed.
    case any
    /// The machine the triggering event is about.
    case subject
    case machine(NodeName)
    case rack(RackName)
    /// Machines that carry servers of a role.
    case role(RoleName)
    /// A feed, its PDUs, or the machines plugged into it.
    case feed(FeedName)
    case pdu(PDUName)
    /// A rack's switch, or the machines on it.
    case `switch`(SwitchName)
}
