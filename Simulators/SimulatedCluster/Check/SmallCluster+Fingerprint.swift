internal import OrderedCollections

extension SmallCluster {
    /// What tells a state from others: all that decides what can still happen, without counters.
    ///
    /// Call numbers and transitions' numbers grow with every detour to the same state, and further
    /// attempts at a fencing that fails are all alike after the second.
    var fingerprint: UInt64 {
        var fingerprint = Fingerprint()
        for index in names.indices {
            fingerprint.combine(nodes[index] == nil)
            nodes[index]?.identify(in: &fingerprint)
            fingerprint.combine(active[index].count)
            for id in active[index] { fingerprint.combine(id.text) }
        }
        identifyRest(in: &fingerprint)
        return fingerprint.value
    }
}

extension ClusterNode {
    fileprivate func identify(in fingerprint: inout Fingerprint) {
        fingerprint.combine(members)
        fingerprint.combine(isQuorate)
        fingerprint.combine(coordinator?.text)
        fingerprint.combine(wantsPlan)
        own.identify(in: &fingerprint)
        for (name, status) in known {
            fingerprint.combine(name.text)
            status.identify(in: &fingerprint)
        }
        for (name, attempt) in attempts {
            fingerprint.combine(name.text)
            fingerprint.combine(min(attempt, 2))
        }
        fingerprint.combine(Array(fencings.keys))
        guard let run else { return }
        fingerprint.combine(run.isAborted)
        for action in run.transition.actions where !run.done.contains(action.id) {
            fingerprint.combine(action.task.rawValue)
            fingerprint.combine(action.resource?.text)
            fingerprint.combine(action.node?.text)
            fingerprint.combine(run.underWay.contains(action.id))
        }
    }
}

extension NodeStatus {
    fileprivate func identify(in fingerprint: inout Fingerprint) {
        fingerprint.combine(isInMembership)
        fingerprint.combine(hasController)
        fingerprint.combine(join?.rawValue)
        fingerprint.combine(expected?.rawValue)
        for (name, value) in attributes.all {
            fingerprint.combine(name)
            fingerprint.combine(value)
        }
        for resource in history {
            fingerprint.combine(resource.resource.text)
            for record in resource.records {
                fingerprint.combine(record.task.rawValue)
                fingerprint.combine(record.code.value)
                fingerprint.combine(record.isLastFailure)
            }
        }
    }
}

extension Votequorum {
    func identify(in fingerprint: inout Fingerprint) {
        fingerprint.combine(isQuorate)
        fingerprint.combine(expectedVotes)
        fingerprint.combine(hasSeenAll)
        fingerprint.combine(tieBreaker?.text)
    }
}
