import Hardware
import World

/// Since when each node has been in its state, as far as one watcher has seen.
struct StateWatch {
    private struct Sight {
        let state: ProvisionState
        let step: StepProgress?
        let since: Instant
    }

    private var sights: [NodeName: Sight] = [:]

    /// Looks at a node. A node seen in a new state, or at a new step, starts anew.
    mutating func since(_ node: Node, now: Instant) -> Instant {
        if let sight = sights[node.name], sight.state == node.provisionState,
            sight.step == node.step
        {
            return sight.since
        }
        sights[node.name] = Sight(state: node.provisionState, step: node.step, since: now)
        return now
    }
}
