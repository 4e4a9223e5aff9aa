extension GaleraNode {
    /// Certifies a write set where the data is there, and keeps it for later where it is not.
    mutating func deliver(
        _ ordered: GaleraMessage.Ordered, at now: Duration, _ effects: inout Effects
    ) {
        guard role != .joining else {
            backlog.append(ordered)
            return
        }
        guard ordered.sequence > delivered else { return }
        delivered = ordered.sequence
        let isCertified = certify(ordered)
        cache.append(ordered)
        if cache.count > options.cachedWriteSets * 2 {
            cache.removeFirst(cache.count - options.cachedWriteSets)
        }
        let isOwn = ordered.writeSet.id.node == name
        let begin = max(now, applying.last?.due ?? now)
        let due = isOwn ? begin : begin + GaleraTiming.apply * slowness
        applying.append(GaleraApply(ordered: ordered, isCertified: isCertified, due: due))
        if due <= now { apply(at: now, &effects) } else { effects.append(.wake(at: due)) }
        controlFlow(&effects)
    }

    /// The first to write a row after what a transaction had seen wins; all members say the same.
    mutating func certify(_ ordered: GaleraMessage.Ordered) -> Bool {
        guard let key = ordered.writeSet.key else { return true }
        if let last = certified[key], last > ordered.writeSet.seen { return false }
        certified[key] = ordered.sequence
        return true
    }

    mutating func apply(at now: Duration, _ effects: inout Effects) {
        while let next = applying.first, next.due <= now {
            if isDiskFull, next.ordered.writeSet.key != nil {
                goDown(&effects, "no space left on device")
                return
            }
            applying.removeFirst()
            let writeSet = next.ordered.writeSet
            if next.isCertified, let key = writeSet.key {
                disk.rows[key] = GaleraDisk.Row(
                    value: writeSet.value, sequence: next.ordered.sequence)
            }
            disk.recovered = next.ordered.sequence
            answer(next, &effects)
        }
        controlFlow(&effects)
    }

    private mutating func answer(_ applied: GaleraApply, _ effects: inout Effects) {
        let id = applied.ordered.writeSet.id
        guard id.node == name,
            let index = transactions.firstIndex(where: { $0.writeSet.id == id })
        else { return }
        let transaction = transactions.remove(at: index)
        effects.append(
            .answer(result(of: transaction, applied.isCertified), to: transaction.call))
    }

    private func result(of transaction: Transaction, _ isCertified: Bool) -> GaleraAnswer {
        guard isCertified else { return .failed("deadlock found when trying to get lock") }
        switch transaction.request {
        case .read(let key): return .value(disk.rows[key]?.value)
        case .write: return .done
        case .exchange(let key, let from, _):
            guard transaction.writeSet.key == nil else { return .done }
            let isStale = disk.rows[key]?.value == from
            return isStale ? .failed("deadlock found when trying to get lock") : .mismatch
        }
    }

    /// Too many waiting write sets have everybody pause until half of them are done.
    private mutating func controlFlow(_ effects: inout Effects) {
        guard let view, isPrimary else { return }
        let isFull = applying.count > options.flowControlLimit
        let isFree = applying.count <= options.flowControlLimit / 2
        guard isPausing ? isFree : isFull else { return }
        isPausing.toggle()
        paused.removeAll { $0 == name }
        if isPausing { paused.append(name) }
        for node in view.nodes where node != name {
            effects.append(.send(.pause(isPausing, in: view.id), to: node))
        }
    }
}
