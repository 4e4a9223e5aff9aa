import Hardware
import World

/// No controller turns the control plane away because the control plane itself has filled its table
/// of sessions.
///
/// Where something was wrong with the controller or the way to it, sessions were lost without a
/// word, and fill the table until they end by themselves.
public struct SessionsReturned: Checker {
    public static let name: CheckerName = "sessions-returned"
    /// How long a session lives that nobody speaks in (IPMI 2.0, section 6.12.15: 60 s ± 3 s), and
    /// a handshake before it.
    private static let idle: Duration = .seconds(90)

    private var faults = FaultsInForce()

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .entry(let entry) = observation else { return nil }
        faults.note(entry)
        guard case WireEvent.turnedAway(let machine) = entry.event,
            let quiet = faults.quietSince(machine.text),
            quiet == .epoch || entry.at - quiet > Self.idle
        else { return nil }
        return violation(
            at: entry.at, machine.text,
            "its controller has no session left, though nobody but the services speaks to it")
    }
}
