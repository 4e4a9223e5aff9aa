internal import OrderedCollections

extension ClusterNode {
    mutating func change(members: [NodeName], isQuorate: Bool) -> [ClusterEffect] {
        self.members = members.sorted()
        self.isQuorate = isQuorate
        let former = coordinator
        coordinator = self.members.first
        guard isCoordinator, let coordinator else {
            stepDown()
            return self.coordinator.map { [.send(report, to: $0)] } ?? []
        }
        for lost in known.keys where !members.contains(lost) { markLost(lost) }
        loseRequests()
        wantsPlan = true
        if former != coordinator { known[name] = own }
        return invite()
    }

    private var report: ClusterMessage { .report(own, known: Array(known.values)) }

    private func invite() -> [ClusterEffect] {
        members.filter { $0 != name }.map { .send(.invite, to: $0) }
    }

    mutating func stepDown() {
        run = nil
        fencings = [:]
        wantsPlan = false
    }

    /// A member that went without a word may still be doing anything.
    private mutating func markLost(_ node: NodeName) {
        guard known[node]?.isInMembership == true else { return }
        known[node]?.isInMembership = false
        known[node]?.hasController = false
    }

    /// Nobody answers for what was asked of nodes that are gone.
    private mutating func loseRequests() {
        guard let run else { return }
        for action in run.transition.actions where run.underWay.contains(action.id) {
            guard let node = action.node, action.task != .fence, !members.contains(node) else {
                continue
            }
            self.run?.underWay.remove(action.id)
        }
    }

    mutating func receive(_ message: ClusterMessage, from sender: NodeName) -> [ClusterEffect] {
        guard members.contains(sender) else { return [] }
        switch message {
        case .invite: return coordinator == sender ? [.send(report, to: sender)] : []
        case .report(let status, let known): return admit(status, known)
        case .knowledge(let statuses):
            guard coordinator == sender else { return [] }
            known = [:]
            for status in statuses { known[status.node] = status }
            return []
        case .request(let request):
            // Who was deposed may not know it yet.
            return coordinator == sender ? [.perform(request)] : []
        case .result(let request, let code, let status): return take(request, code, status)
        }
    }

    private mutating func admit(
        _ status: NodeStatus, _ others: [NodeStatus]
    ) -> [ClusterEffect] {
        guard isCoordinator else { return [] }
        known[status.node] = status
        for other in others where known[other.node] == nil && !members.contains(other.node) {
            known[other.node] = other
            markLost(other.node)
        }
        wantsPlan = true
        return tell()
    }

    /// Gives every member what the coordinator knows.
    func tell() -> [ClusterEffect] {
        let statuses = Array(known.values)
        return members.filter { $0 != name }.map { .send(.knowledge(statuses), to: $0) }
    }
}
