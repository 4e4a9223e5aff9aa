/// Decisions taken once for each state: a search asks the same a thousand times.
final class RememberedDecisions<Decisions: ClusterDecisions>: ClusterDecisions {
    private let decisions: Decisions
    private var known: [ClusterState: ClusterTransition] = [:]

    init(_ decisions: Decisions) { self.decisions = decisions }

    func transition(from state: ClusterState) -> ClusterTransition {
        let key = Self.renumbered(state)
        if let transition = known[key] { return transition }
        let transition = decisions.transition(from: key)
        known[key] = transition
        return transition
    }

    /// Only the order of calls counts, not how many there were.
    private static func renumbered(_ state: ClusterState) -> ClusterState {
        var state = state
        for node in state.statuses.indices {
            for resource in state.statuses[node].history.indices {
                let calls = state.statuses[node].history[resource].records.map(\.call).sorted()
                for index in state.statuses[node].history[resource].records.indices {
                    let call = state.statuses[node].history[resource].records[index].call
                    let rank = calls.firstIndex(of: call) ?? 0
                    state.statuses[node].history[resource].records[index].call = rank + 1
                }
            }
        }
        return state
    }
}
