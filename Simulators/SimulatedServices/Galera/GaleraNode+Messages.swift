extension GaleraNode {
    mutating func receive(
        _ message: GaleraMessage, from sender: ServiceNode, at now: Duration,
        _ effects: inout Effects
    ) {
        switch message {
        case .alive(let member, let cluster, let view, let received):
            guard cluster == options.clusterName else {
                effects.append(.log("\(sender) is of \(cluster)"))
                return
            }
            heard[sender] = (member, now)
            note(received, from: sender, in: view, isOverdue: true, at: now, &effects)
        case .leave(let member): note(leaving: member)
        case .propose(let id): promise(id, to: sender, at: now, &effects)
        case .report(let report, let id): gather(report, for: id, at: now, &effects)
        case .install(let decision): install(decision, from: sender, at: now, &effects)
        case .installed(let id): confirm(sender, id, at: now, &effects)
        case .activate(let id): activate(id, at: now, &effects)
        case .submit(let writeSet, let id): order(writeSet, in: id, at: now, &effects)
        case .order(let ordered, let id): receive(ordered, in: id, at: now, &effects)
        case .received(let place, let id):
            note(place, from: sender, in: id, isOverdue: false, at: now, &effects)
        case .stable(let place, let id): settle(place, in: id, at: now, &effects)
        case .pause(let isPaused, let id): note(isPaused, from: sender, in: id)
        case .askState, .increment, .snapshot, .donates:
            transferState(message, from: sender, at: now, &effects)
        }
    }

    /// Who leaves in good order no longer counts.
    private mutating func note(leaving member: GaleraView.Member) {
        heard[member.node] = nil
        if !left.contains(member) { left.append(member) }
    }

    private mutating func note(_ isPaused: Bool, from node: ServiceNode, in id: GaleraView.ID) {
        guard id == view?.id else { return }
        paused.removeAll { $0 == node }
        if isPaused { paused.append(node) }
    }
}
