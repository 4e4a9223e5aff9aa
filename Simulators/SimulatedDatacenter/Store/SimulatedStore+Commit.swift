import Simulation
import World

extension SimulatedStore {
    func commit(
        _ transaction: Transaction,
        by process: SimulatedProcess
    ) async throws(StoreError) -> Revision {
        let forgets = state.read { $0.defects.losesDurableCommits }
        if transaction.durability == .relaxed || forgets { return try commitInMemory(transaction) }
        let ticket = try enqueue(transaction)
        do {
            try await process.wait(WaitReason("waits for the disks of store", name.text)) {
                wakeup in
                state.write { $0.queue.park(ticket, wakeup) }
                startFlushing()
            }
        } catch {
            abandon(ticket)
            throw .revoked
        }
        guard let result = state.write({ $0.queue.takeResult(ticket) }) else {
            preconditionFailure("Whoever wakes a committer has left it a result.")
        }
        return try result.get()
    }

    private func commitInMemory(_ transaction: Transaction) throws(StoreError) -> Revision {
        try state.read { $0.service }.get()
        var outcome = StoreState.Outcome()
        let result = state.write { $0.commit(transaction, into: &outcome) }
        settle(outcome)
        armRelaxedFlush()
        return try result.get()
    }

    private func enqueue(_ transaction: Transaction) throws(StoreError) -> CommitQueue.Ticket {
        try state.read { $0.service }.get()
        return state.write { $0.queue.add(transaction) }
    }

    private func startFlushing() {
        let isIdle = state.read { !$0.queue.isFlushing && !$0.queue.isEmpty }
        guard isIdle else { return }
        let outage = state.write { state in
            state.queue.beginFlush()
            return state.outages
        }
        after(flushDuration()) { self.finishFlush(outage) }
    }

    private func finishFlush(_ outage: Int) {
        guard state.read({ $0.outages == outage }) else { return }
        settle(state.write { $0.finishFlush() })
        startFlushing()
    }

    /// As long as the slowest member takes.
    private func flushDuration() -> Duration {
        let members = state.read { $0.membership.live.count }
        return (0..<members).map { _ in draw(timing.flush) }.max() ?? timing.flush.upperBound
    }

    private func armRelaxedFlush() {
        let isNeeded = state.read { !$0.isRelaxedFlushArmed && $0.contents.hasUnflushedCommits }
        guard isNeeded else { return }
        let (outage, forgets) = state.write { state in
            state.isRelaxedFlushArmed = true
            return (state.outages, state.defects.losesDurableCommits)
        }
        after(forgets ? StoreDefects.forgetfulFlushInterval : timing.relaxedFlushInterval) {
            self.finishRelaxedFlush(outage)
        }
    }

    private func finishRelaxedFlush(_ outage: Int) {
        state.write { state in
            guard state.outages == outage else { return }
            state.isRelaxedFlushArmed = false
            state.contents.markDurable()
        }
    }

    /// The caller was killed or cancelled. Whether its transaction was already with the store
    /// nobody can tell, so the seed does.
    private func abandon(_ ticket: CommitQueue.Ticket) {
        state.write { state in
            state.queue.abandon(ticket, Bool.random(using: &state.chance) ? .stays : .isDropped)
        }
        // It may be alone in the queue, with nobody else to see it to the disks.
        startFlushing()
    }
}
