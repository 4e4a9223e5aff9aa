public import Hardware

/// What happened to a part of a site that several machines share, told by the site itself.
public enum SiteEvent: JournalEvent {
    /// A fault of a shared part came or went.
    case fault(SitePlace, SiteFault, FaultPhase)
    /// More was drawn from a PDU than its breaker lets pass, and it opened. `starting` are the
    /// machines that were just coming on because their controllers had been told to.
    case breakerTripped(PDUName, load: Watts, limit: Watts, starting: [MachineName])
    /// Somebody closed a breaker that had opened.
    case breakerReset(PDUName)
    /// A machine lost all its supplies, or has one again.
    case mains(MachineName, FaultPhase)
    /// A machine is cut off by a switch, from some other machines at least, or no longer is.
    case cutOff(MachineName, FaultPhase)

    /// The port of this switch that a machine is plugged into is in another network now.
    case vlan(MachineName, SwitchName, VLAN)

    public var kind: String {
        switch self {
        case .fault: "site.fault"
        case .breakerTripped: "pdu.breaker-tripped"
        case .breakerReset: "pdu.breaker-reset"
        case .mains: "machine.mains-lost"
        case .cutOff: "machine.cut-off"
        case .vlan: "switch.vlan"
        }
    }

    public var subject: String {
        switch self {
        case .fault(let place, _, _): place.text
        case .breakerTripped(let pdu, _, _, _), .breakerReset(let pdu): pdu.text
        case .mains(let machine, _), .cutOff(let machine, _), .vlan(let machine, _, _): machine.text
        }
    }

    public var fields: [JournalField] {
        switch self {
        case .fault(_, let fault, let phase):
            [JournalField("fault", fault.rawValue), JournalField("phase", phase.rawValue)]
        case .breakerTripped(_, let load, let limit, let starting):
            [
                JournalField("load", "\(Int(load.watts)) W"),
                JournalField("limit", "\(Int(limit.watts)) W"),
                JournalField("starting", String(starting.count)),
            ]
        case .breakerReset: []
        case .mains(_, let phase), .cutOff(_, let phase): [JournalField("phase", phase.rawValue)]
        case .vlan(_, let name, let vlan):
            [JournalField("switch", name.text), JournalField("vlan", vlan.rawValue)]
        }
    }
}
