extension GaleraNode {
    /// Members heard of lately, and this one.
    private func reachable(at now: Duration) -> [GaleraView.Member] {
        let others = options.peers.compactMap { peer in
            heard[peer].flatMap { now - $0.at < GaleraTiming.suspicion ? $0.member : nil }
        }
        return (others + [member]).sorted()
    }

    /// Whoever comes first of those that reach each other looks whether the view is still right.
    mutating func watchMembers(at now: Duration, _ effects: inout Effects) {
        let present = reachable(at: now)
        guard present.first == member else { return }
        if let proposal, now - proposal.begun < GaleraTiming.agreement { return }
        guard present != view?.members || forcesPrimary else { return }
        propose(present.map(\.node), at: now, &effects)
    }

    private mutating func propose(
        _ members: [ServiceNode], at now: Duration, _ effects: inout Effects
    ) {
        let known = [promised, view?.id, committed?.id, installing?.id].compactMap { $0?.number }
        let id = GaleraView.ID(number: (known.max() ?? 0) + 1, coordinator: name)
        proposal = GaleraProposal(id: id, members: members, begun: now)
        for node in members where node != name { effects.append(.send(.propose(id), to: node)) }
        promise(id, to: name, at: now, &effects)
    }

    /// From here on nothing of the old view is acknowledged or delivered.
    mutating func promise(
        _ id: GaleraView.ID, to coordinator: ServiceNode, at now: Duration,
        _ effects: inout Effects
    ) {
        if let promised, id <= promised { return }
        promised = id
        view = nil
        let report = GaleraMessage.Report(
            member: member, cluster: options.clusterName, state: disk.state, delivered: delivered,
            committed: committed, installing: installing, left: left, queue: ordering.pending,
            forcesPrimary: forcesPrimary)
        if coordinator == name {
            gather(report, for: id, at: now, &effects)
        } else {
            effects.append(.send(.report(report, to: id), to: coordinator))
        }
    }

    mutating func gather(
        _ report: GaleraMessage.Report, for id: GaleraView.ID, at now: Duration,
        _ effects: inout Effects
    ) {
        guard var proposal, proposal.id == id, report.cluster == options.clusterName,
            !proposal.reports.contains(where: { $0.member.node == report.member.node })
        else { return }
        proposal.reports.append(report)
        self.proposal = proposal
        guard proposal.reports.count == proposal.members.count else { return }
        let decision = GaleraQuorum(options: options).decide(proposal)
        for node in proposal.members where node != name {
            effects.append(.send(.install(decision), to: node))
        }
        install(decision, from: name, at: now, &effects)
    }

    mutating func install(
        _ decision: GaleraMessage.Decision, from coordinator: ServiceNode, at now: Duration,
        _ effects: inout Effects
    ) {
        guard decision.view.id == promised, self.decision?.view.id != promised else { return }
        self.decision = decision
        if decision.isPrimary { installing = decision.view }
        // What is to be delivered is reported again if this view comes to nothing.
        var order = GaleraOrder(after: decision.base)
        for ordered in decision.flush { order.queue[ordered.sequence] = ordered.writeSet }
        if decision.isPrimary { ordering = order }
        if coordinator == name {
            confirm(name, decision.view.id, at: now, &effects)
        } else {
            effects.append(.send(.installed(decision.view.id), to: coordinator))
        }
    }

    /// All members have the view: it counts.
    mutating func confirm(
        _ node: ServiceNode, _ id: GaleraView.ID, at now: Duration, _ effects: inout Effects
    ) {
        guard var proposal, proposal.id == id, !proposal.installed.contains(node) else { return }
        proposal.installed.append(node)
        self.proposal = proposal
        guard proposal.installed.count == proposal.members.count else { return }
        self.proposal = nil
        for member in proposal.members where member != name {
            effects.append(.send(.activate(id), to: member))
        }
        activate(id, at: now, &effects)
    }

    mutating func activate(
        _ id: GaleraView.ID, at now: Duration, _ effects: inout Effects
    ) {
        guard id == promised, let decision, decision.view.id == id else { return }
        view = decision.view
        self.decision = nil
        isPrimary = decision.isPrimary
        (paused, isPausing) = ([], false)
        guard isPrimary else {
            leavePrimary(&effects)
            return
        }
        (committed, installing, forcesPrimary) = (decision.view, nil, false)
        left = decision.left
        joinState(decision, at: now, &effects)
    }

    /// The part without quorum answers nobody, and what was under way may have been done or not.
    private mutating func leavePrimary(_ effects: inout Effects) {
        if role != .down { role = .separate }
        transfer = nil
        for transaction in transactions {
            effects.append(.answer(.unknown("non-Primary"), to: transaction.call))
        }
        transactions = []
    }

    private mutating func joinState(
        _ decision: GaleraMessage.Decision, at now: Duration, _ effects: inout Effects
    ) {
        donors = decision.donors.filter { $0 != name }
        if disk.state == nil, decision.state == nil || decision.donors.contains(name) {
            disk.state = "\(decision.view.id.number)@\(decision.view.id.coordinator)"
        }
        if delivered > decision.base, !decision.donors.contains(name) {
            let mine = delivered
            goDown(&effects, "local state (\(mine)) is ahead of the group's (\(decision.base))")
            return
        }
        base = decision.base
        ordering = GaleraOrder(after: decision.base)
        if decision.donors.contains(name) {
            role = role == .donor ? .donor : .synced
            for ordered in decision.flush where ordered.sequence > delivered {
                deliver(ordered, at: now, &effects)
            }
            ordering.known = []
            settleTransactions(&effects)
        } else {
            (role, backlog, askedDonor) = (.joining, [], nil)
            askForState(at: now, &effects)
        }
    }

    /// What has no place in the order by now has none at all.
    private mutating func settleTransactions(_ effects: inout Effects) {
        let waiting = Set(applying.map(\.ordered.writeSet.id))
        for transaction in transactions where !waiting.contains(transaction.writeSet.id) {
            effects.append(.answer(.failed("the view changed"), to: transaction.call))
        }
        transactions.removeAll { !waiting.contains($0.writeSet.id) }
    }
}
