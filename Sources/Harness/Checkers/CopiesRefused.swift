import Hardware
import World

/// What somebody sends again, or changes on the way, is neither obeyed by a controller nor taken
/// for an answer by whoever speaks to one: signatures and sequence numbers are there for that.
public struct CopiesRefused: Checker {
    public static let name: CheckerName = "copies-refused"

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .entry(let entry) = observation, let event = entry.event as? WireEvent else {
            return nil
        }
        switch event {
        case .copyObeyed(let machine):
            return violation(at: entry.at, machine.text, "its controller obeyed a copy")
        case .copyBelieved(let machine):
            return violation(
                at: entry.at, machine.text, "a copy was taken for its controller's answer")
        case .met, .notDone, .sessionLost, .refused, .turnedAway: return nil
        }
    }
}
