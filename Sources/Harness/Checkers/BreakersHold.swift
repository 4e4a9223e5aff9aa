import Hardware
import World

/// No breaker opens by the control plane's own doing: because it switched on more machines at a
/// time than their PDU carries.
///
/// A breaker that opens while a feed is lost or another breaker is open carries what others should:
/// that is the fault's doing. So is one that opens while nobody was told to come on.
public struct BreakersHold: Checker {
    public static let name: CheckerName = "breakers-hold"

    /// Places whose fault is in force, and PDUs whose breaker is open; a handful.
    private var troubles: Set<String> = []

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .entry(let entry) = observation, let event = entry.event as? SiteEvent else {
            return nil
        }
        switch event {
        case .fault(.switch, _, _), .mains, .cutOff, .vlan: return nil
        case .fault(let place, _, .began): troubles.insert(place.text)
        case .fault(let place, _, .ended): troubles.remove(place.text)
        case .breakerReset(let pdu): troubles.remove(pdu.text)
        case .breakerTripped(let pdu, let load, let limit, let starting):
            let isAlone = troubles.isEmpty
            troubles.insert(pdu.text)
            guard isAlone, !starting.isEmpty else { return nil }
            return violation(
                at: entry.at, pdu.text,
                "\(starting.count) machines were told to come on together, and drew "
                    + "\(Int(load.watts)) W of \(Int(limit.watts)) W")
        }
        return nil
    }
}
