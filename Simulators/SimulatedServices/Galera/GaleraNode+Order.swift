extension GaleraNode {
    /// Takes a client's transaction.
    mutating func serve(
        _ request: GaleraCall, _ call: CallNumber, at now: Duration, _ effects: inout Effects
    ) {
        guard case .serving = health, let view else {
            let reason = "WSREP has not yet prepared node for application use"
            effects.append(.answer(.failed(reason), to: call))
            return
        }
        guard paused.isEmpty else {
            effects.append(.answer(.failed("flow control"), to: call))
            return
        }
        let row = disk.rows[request.key]?.value
        var change: String?
        switch request {
        case .read where !options.causalReads:
            effects.append(.answer(.value(row), to: call))
            return
        case .exchange(_, let from, _) where from != row && !options.causalReads:
            effects.append(.answer(.mismatch, to: call))
            return
        case .read: break
        // What the row holds elsewhere by now is known only at a place in the order.
        case .exchange(_, let from, let to): change = from == row ? to : nil
        case .write(_, let value): change = value
        }
        var isReading = false
        if case .read = request { isReading = true }
        if case .exchange(_, let from, _) = request, from != row { isReading = true }
        nextTransaction += 1
        let writeSet = WriteSet(
            id: WriteSet.ID(node: name, run: disk.runs, number: nextTransaction),
            key: isReading ? nil : request.key, value: change, seen: disk.recovered)
        transactions.append(
            Transaction(call: call, request: request, writeSet: writeSet, sent: now))
        submit(writeSet, in: view, at: now, &effects)
    }

    private mutating func submit(
        _ writeSet: WriteSet, in view: GaleraView, at now: Duration, _ effects: inout Effects
    ) {
        guard let coordinator else { return }
        if coordinator == name {
            order(writeSet, in: view.id, at: now, &effects)
        } else {
            effects.append(.send(.submit(writeSet, in: view.id), to: coordinator))
        }
    }

    /// Messages may be lost where links break and come back.
    mutating func repeatSubmissions(at now: Duration, _ effects: inout Effects) {
        guard let view, isPrimary else { return }
        for index in transactions.indices
        where now - transactions[index].sent >= GaleraTiming.keepalive {
            transactions[index].sent = now
            submit(transactions[index].writeSet, in: view, at: now, &effects)
        }
    }

    /// The coordinator gives each write set its place.
    mutating func order(
        _ writeSet: WriteSet, in id: GaleraView.ID, at now: Duration, _ effects: inout Effects
    ) {
        guard let view, view.id == id, isPrimary, coordinator == name,
            ordering.known.insert(writeSet.id).inserted
        else { return }
        ordering.last += 1
        let ordered = GaleraMessage.Ordered(sequence: ordering.last, writeSet: writeSet)
        for node in view.nodes where node != name {
            effects.append(.send(.order(ordered, in: id), to: node))
        }
        receive(ordered, in: id, at: now, &effects)
    }

    mutating func receive(
        _ ordered: GaleraMessage.Ordered, in id: GaleraView.ID, at now: Duration,
        _ effects: inout Effects
    ) {
        guard let view, view.id == id, isPrimary, let coordinator else { return }
        ordering.receive(ordered)
        if coordinator == name {
            note(ordering.received, from: name, in: id, isOverdue: false, at: now, &effects)
            announceStable(at: now, &effects)
        } else {
            effects.append(.send(.received(ordering.received, in: id), to: coordinator))
        }
    }

    /// The coordinator learns how far a member is.
    mutating func note(
        _ received: Int, from node: ServiceNode, in id: GaleraView.ID?, isOverdue: Bool,
        at now: Duration, _ effects: inout Effects
    ) {
        guard let view, view.id == id, isPrimary, coordinator == name else { return }
        ordering.progress[node] = max(received, ordering.progress[node] ?? -1)
        if isOverdue, received < ordering.last {
            for place in max(received + 1, base + 1)...ordering.last {
                guard let writeSet = writeSet(at: place) else { continue }
                let ordered = GaleraMessage.Ordered(sequence: place, writeSet: writeSet)
                effects.append(.send(.order(ordered, in: view.id), to: node))
            }
        }
        if isOverdue { effects.append(.send(.stable(ordering.stable, in: view.id), to: node)) }
        if node != name { announceStable(at: now, &effects) }
    }

    private func writeSet(at place: Int) -> WriteSet? {
        ordering.queue[place] ?? cache.last { $0.sequence == place }?.writeSet
            ?? backlog.first { $0.sequence == place }?.writeSet
    }

    /// What every member has, every member delivers.
    private mutating func announceStable(at now: Duration, _ effects: inout Effects) {
        guard let view, isPrimary else { return }
        let stable = view.nodes.map { ordering.progress[$0] ?? base }.min() ?? base
        guard stable > ordering.stable else { return }
        for node in view.nodes where node != name {
            effects.append(.send(.stable(stable, in: view.id), to: node))
        }
        settle(stable, in: view.id, at: now, &effects)
    }

    mutating func settle(
        _ place: Int, in id: GaleraView.ID, at now: Duration, _ effects: inout Effects
    ) {
        guard view?.id == id, isPrimary, place > ordering.stable else { return }
        let first = ordering.stable + 1
        ordering.stable = min(place, ordering.received)
        guard first <= ordering.stable else { return }
        for sequence in first...ordering.stable {
            guard role != .down, let writeSet = ordering.queue.removeValue(forKey: sequence) else {
                continue
            }
            deliver(
                GaleraMessage.Ordered(sequence: sequence, writeSet: writeSet), at: now, &effects)
        }
    }
}
