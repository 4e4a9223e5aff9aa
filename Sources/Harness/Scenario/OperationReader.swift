import BareMetal
import Hardware

/// Reads one entry of a scenario's `operations`: what its operator asks for, of whom and when.
struct OperationReader {
    private static let keys = ["ask", "ephemeral", "where", "count", "at", "on", "after"]

    let faults: FaultReader

    func read(_ cursor: InputCursor) -> ScenarioFault? {
        guard let entry = cursor.mapping(expected: "a mapping that describes an operation") else {
            return nil
        }
        entry.reportUnknownKeys(known: Self.keys)
        let name = entry.required("ask", expected: "what is asked for")?
            .word("operation", among: Operation.names)
        let ephemeral = entry["ephemeral"].map {
            $0.choice("treatment of the ephemeral partition", EphemeralPartition.self)
        }
        let target = faults.target(entry)
        let extent = target.flatMap { faults.extent(entry["count"], $0) }
        let trigger = faults.trigger(entry)
        check(target, entry["where"])
        guard name != nil, let target, let extent, let trigger else { return nil }
        return ScenarioFault(
            kind: .operation(.rebuild((ephemeral ?? .made) ?? .made)), target: target,
            extent: extent, trigger: trigger, duration: nil, line: cursor.line)
    }

    /// Servers are what is rebuilt.
    private func check(_ target: FaultTarget?, _ cursor: InputCursor?) {
        switch target {
        case .role?, .machine?, nil: return
        default: cursor?.report("found a place that has no server, expected a role or a machine")
        }
    }
}
