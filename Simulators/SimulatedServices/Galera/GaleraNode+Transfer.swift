extension GaleraNode {
    /// A joiner asks one donor after the other.
    mutating func askForState(at now: Duration, _ effects: inout Effects) {
        guard role == .joining, !donors.isEmpty else { return }
        if let asked = askedDonor, now < asked.until { return }
        let index = askedDonor.map { ($0.index + 1) % donors.count } ?? 0
        askedDonor = (now + GaleraTiming.keepalive, index)
        let question = GaleraMessage.askState(from: disk.recovered, state: disk.state, base: base)
        effects.append(.send(question, to: donors[index]))
    }

    mutating func transferState(
        _ message: GaleraMessage, from sender: ServiceNode, at now: Duration,
        _ effects: inout Effects
    ) {
        switch message {
        case .askState(let from, let state, let base):
            donate(to: sender, from: from, state: state, base: base, at: now, &effects)
        case .donates(let isFull, let length):
            guard role == .joining else { return }
            askedDonor?.until = now + length + GaleraTiming.donorPatience
            guard isFull else { return }
            disk.wipe()
            delivered = -1
        case .increment(let entries, _):
            guard role == .joining else { return }
            for entry in entries where entry.sequence > disk.recovered { take(entry) }
            finishJoining(at: now, &effects)
        case .snapshot(let rows, let sequence, let state):
            guard role == .joining else { return }
            (disk.rows, disk.recovered, disk.state) = (rows, sequence, state)
            certified = rows.mapValues(\.sequence)
            finishJoining(at: now, &effects)
        default: break
        }
    }

    /// Applied at once: the time it takes is the transfer's.
    private mutating func take(_ entry: GaleraMessage.Ordered) {
        if certify(entry), let key = entry.writeSet.key {
            disk.rows[key] = GaleraDisk.Row(value: entry.writeSet.value, sequence: entry.sequence)
        }
        disk.recovered = entry.sequence
    }

    private mutating func finishJoining(at now: Duration, _ effects: inout Effects) {
        delivered = disk.recovered
        cache = []
        guard delivered >= base else {
            askedDonor = nil
            return
        }
        role = .synced
        let held = backlog
        backlog = []
        for ordered in held { deliver(ordered, at: now, &effects) }
    }

    private mutating func donate(
        to joiner: ServiceNode, from: Int, state: String?, base: Int, at now: Duration,
        _ effects: inout Effects
    ) {
        guard role == .synced, transfer == nil, isPrimary, let own = disk.state,
            disk.recovered >= base
        else {
            return
        }
        let missing = cache.filter { $0.sequence > from && $0.sequence <= disk.recovered }
        let isIncremental =
            state == own && from <= disk.recovered
            && missing.count == disk.recovered - from
        let message: GaleraMessage
        let due: Duration
        if isIncremental {
            message = .increment(missing, state: own)
            due = now + GaleraTiming.incremental * missing.count
        } else {
            message = .snapshot(disk.rows, at: disk.recovered, state: own)
            due = now + GaleraTiming.snapshot + GaleraTiming.snapshotRow * disk.rows.count
            role = .donor
        }
        effects.append(
            .send(.donates(isFull: !isIncremental, length: due - now), to: joiner))
        transfer = GaleraTransfer(joiner: joiner, message: message, due: due)
        effects.append(.wake(at: due))
    }

    mutating func finishTransfer(at now: Duration, _ effects: inout Effects) {
        guard let transfer, transfer.due <= now else { return }
        self.transfer = nil
        effects.append(.send(transfer.message, to: transfer.joiner))
        if role == .donor { role = .synced }
    }
}
