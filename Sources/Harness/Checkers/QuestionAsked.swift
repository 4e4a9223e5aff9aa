import Hardware
public import World

/// A run asks its scenario's question: every kind of fault on the wire that came was met by
/// somebody who spoke to a controller, and what the scenario names under `asks` came to pass.
public struct QuestionAsked: Checker {
    public static let name: CheckerName = "question-asked"

    /// By the fault, the machine that it first befell; those met are gone from it.
    private var unmet: [HardwareFault: MachineName] = [:]
    private var met: Set<HardwareFault> = []
    /// What has not come to pass yet, in the scenario's order.
    private var missing: [AskedEvent]

    public init(asks: [AskedEvent] = []) { missing = asks }

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .entry(let entry) = observation else { return nil }
        if !missing.isEmpty { missing.removeAll { $0.isMet(by: entry.event) } }
        switch entry.event {
        case MachineEvent.fault(let machine, let fault, .began)
        where fault.need == .wire && !met.contains(fault) && unmet[fault] == nil:
            unmet[fault] = machine
        case WireEvent.met(_, let fault):
            met.insert(fault)
            unmet[fault] = nil
        default: break
        }
        return nil
    }

    public mutating func finish(at end: Instant) -> Violation? {
        if let event = missing.first {
            return violation(
                at: end, event.description, "it never came to pass, so nothing was asked")
        }
        let first = unmet.min { $0.key.rawValue < $1.key.rawValue }
        return first.map {
            violation(at: end, $0.value.text, "nobody met its fault \($0.key.rawValue)")
        }
    }
}
