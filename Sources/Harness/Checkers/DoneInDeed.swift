import Hardware
import World

/// What a driver reports as done that its controller did as a task is done in deed: a task that
/// fails says so at its end, and whoever began it has to listen.
public struct DoneInDeed: Checker {
    public static let name: CheckerName = "done-in-deed"

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .entry(let entry) = observation,
            case WireEvent.notDone(let machine, let work) = entry.event
        else { return nil }
        return violation(at: entry.at, machine.text, "\(work) was reported as done, and is not")
    }
}
