import Hardware
import World

/// Since when each node has been in its state, as far as one watcher has seen.
struct StateWatch {
    private struct Sight {
        let state: ProvisionState
        let step: StepProgress?
        /// A node that failed and was asked again between two looks has begun anew.
        let intent: Identifier?
        let since: Instant
    }

    private var sights: [NodeName: Sight] = [:]
    /// Of the ring by which nodes are looked at.
    private(set) var epoch: Int?

    /// Forgets all nodes but some: the ring has changed.
    mutating func begin(_ epoch: Int, keeping names: Set<NodeName>) {
        self.epoch = epoch
        sights = sights.filter { names.contains($0.key) }
    }

    /// Looks at a node. A node seen in a new state, or at a new step, starts anew.
    mutating func since(_ node: Node, now: Instant) -> Instant {
        if let sight = sights[node.name], sight.state == node.provisionState,
            sight.step == node.step, sight.intent == node.intent?.identifier
        {
            return sight.since
        }
        sights[node.name] = Sight(
            state: node.provisionState, step: node.step, intent: node.intent?.identifier,
            since: now)
        return now
    }
}
