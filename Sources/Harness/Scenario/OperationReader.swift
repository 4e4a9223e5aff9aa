import BareMetal
import Hardware

/// Reads one entry of a scenario's `operations`: what its operator asks for, of whom and when.
struct OperationReader {
    private static let keys = [
        "ask", "ephemeral", "steps", "where", "count", "at", "on", "after",
    ]

    let faults: FaultReader
    /// Where the overcloud is a stack, the reader of its tree.
    let overcloud: OvercloudReader?

    func read(_ cursor: InputCursor) -> ScenarioFault? {
        guard let entry = cursor.mapping(expected: "a mapping that describes an operation") else {
            return nil
        }
        let word = entry["ask"]?.plainText ?? ""
        if StackOperationReader.words.contains(word) {
            return StackOperationReader(faults: faults, overcloud: overcloud).read(word, entry)
        }
        entry.reportUnknownKeys(known: Self.keys)
        let operation = operation(entry)
        let target = faults.target(entry)
        let extent = target.flatMap { faults.extent(entry["count"], $0) }
        let trigger = faults.trigger(entry)
        check(target, entry["where"])
        guard let operation, let target, let extent, let trigger else { return nil }
        return ScenarioFault(
            kind: .operation(operation), target: target, extent: extent, trigger: trigger,
            duration: nil, line: cursor.line)
    }

    private func operation(_ entry: InputMapping) -> Operation? {
        let powers = PowerRequest.allCases.map { Operation.name(of: $0).text }
        let words =
            [ProvisionVerb.rebuild.rawValue, Operation.reapply.name.text]
            + Self.verbs.map(\.rawValue) + powers + StackOperationReader.words
        let word = entry.required("ask", expected: "what is asked for")?
            .word("operation", among: words)
        guard let word else { return nil }
        if let place = powers.firstIndex(of: word) {
            return power(PowerRequest.allCases[place], entry)
        }
        if word == Operation.reapply.name.text { return .reapply }
        guard let verb = ProvisionVerb(rawValue: word) else { return nil }
        if verb == .rebuild { return rebuild(entry) }
        entry["ephemeral"]?.report("found 'ephemeral' with '\(verb)', expected it with rebuild")
        return request(verb, entry).map { .request($0) }
    }

    private func power(_ request: PowerRequest, _ entry: InputMapping) -> Operation {
        for key in ["steps", "ephemeral"] {
            entry[key]?.report("found '\(key)' with a change of power, expected nothing more")
        }
        return .power(request)
    }

    private func rebuild(_ entry: InputMapping) -> Operation? {
        entry["steps"]?.report("found steps with 'rebuild', expected them with clean or service")
        guard let cursor = entry["ephemeral"] else { return .rebuild(.made) }
        return cursor.choice("treatment of the ephemeral partition", EphemeralPartition.self)
            .map { .rebuild($0) }
    }

    /// Only what may carry a server, or wait for one, is asked anything of.
    private func check(_ target: FaultTarget?, _ cursor: InputCursor?) {
        switch target {
        case .role?, .machine?, .any?, .subject?, nil: return
        default: cursor?.report("found a place that has no server, expected a role or a machine")
        }
    }
}
