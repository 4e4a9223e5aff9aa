import SimulatedCluster

/// Decisions with something wrong in them, to see that the check finds it.
struct PlantedDecisions: ClusterDecisions {
    enum Bug: CaseIterable {
        /// Resources are recovered without waiting for the fencing of who had them.
        case recoversBeforeFencing
        /// A part that has lost its quorum goes on as if it had not.
        case ignoresQuorum
        /// Who has gone counts as having stopped.
        case trustsTheLost
    }

    let bug: Bug

    func transition(from state: ClusterState) -> ClusterTransition {
        var state = state
        switch bug {
        case .recoversBeforeFencing:
            return ClusterScheduler.transition(from: state).withoutWaitingForFencing
        case .ignoresQuorum:
            state.hasQuorum = true
            state.options.isFencingEnabled = false
        case .trustsTheLost:
            for index in state.statuses.indices where state.statuses[index].isInMembership == false
            {
                state.statuses[index].expected = .down
                state.statuses[index].join = .down
                state.statuses[index].history = []
            }
        }
        return ClusterScheduler.transition(from: state)
    }
}

extension ClusterTransition {
    fileprivate var withoutWaitingForFencing: ClusterTransition {
        let fencings = Set(actions.filter { $0.task == .fence }.map(\.id))
        return ClusterTransition(
            actions: actions.map { $0.waiting(for: $0.after.filter { !fencings.contains($0) }) },
            before: before, instances: instances)
    }
}
