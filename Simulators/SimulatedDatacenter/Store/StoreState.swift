import Simulation
import World

/// All of a simulated store, without its timers: told what happens, it answers what to tell whom.
struct StoreState: Sendable {
    /// What is to be told once the state is settled.
    struct Outcome: Sendable {
        var wakeups: [Wakeup] = []
        /// In the order in which they happened.
        var news: [News] = []
    }

    /// What observers are told.
    enum News: Sendable {
        case event(any JournalEvent)
        case commit(Committed)
    }

    /// What took effect under one revision.
    struct Committed: Sendable {
        let revision: Revision
        let cause: StoreCommit.Cause
        let effects: [StoreContents.Effect]
        let conditions: [Transaction.Condition]
    }

    let name: StoreName
    let defects: StoreDefects
    var contents = StoreContents()
    var membership = StoreMembership()
    var queue = CommitQueue()
    var watches = StoreWatches()
    /// Transactions that were on their way when the last member went down. Whether they had
    /// reached its disk shows when it comes back.
    private var uncertain: [Transaction] = []
    var chance: SeededGenerator
    var isRelaxedFlushArmed = false
    /// Counts the times the store went down: what was under way before then is void.
    private(set) var outages = 0
    private var handles = 0

    init(name: StoreName, defects: StoreDefects, chance: SeededGenerator) {
        self.name = name
        self.defects = defects
        self.chance = chance
    }

    /// Whether there is anybody to answer a call.
    var service: Result<Void, StoreError> {
        if membership.isUp { return .success(()) }
        let damaged = membership.damaged.map(\.text).joined(separator: ", ")
        let reason = damaged.isEmpty ? "" : ", and the copy on \(damaged) is damaged"
        return .failure(.unavailable("no host of store \(name) is up\(reason)"))
    }

    /// Tells apart the handles made on the store, so that each draws its own latencies.
    mutating func nextHandle() -> Int {
        handles += 1
        return handles
    }

    mutating func commit(
        _ transaction: Transaction,
        into outcome: inout Outcome
    ) -> Result<Revision, StoreError> {
        let conditions = defects.ignoresConditions ? [] : transaction.conditions
        do throws(StoreError) {
            let effects = try contents.commit(transaction.writes, if: conditions)
            let revision = contents.revision
            outcome.news.append(
                .commit(
                    Committed(
                        revision: revision, cause: .transaction(transaction.durability),
                        effects: effects, conditions: conditions)))
            outcome.wakeups += watches.takeWatches(on: transaction.writes.map(\.key))
            return .success(revision)
        } catch {
            return .failure(error)
        }
    }

    /// A group of transactions, and all before them, has reached every member's disk.
    mutating func finishFlush() -> Outcome {
        var outcome = Outcome()
        for entry in queue.endFlush() {
            let result = commit(entry.transaction, into: &outcome)
            if let wakeup = queue.settle(entry, result) { outcome.wakeups.append(wakeup) }
        }
        contents.markDurable()
        return outcome
    }

    mutating func lose(_ host: HostAddress) -> Outcome {
        var outcome = Outcome()
        guard membership.lose(host, durable: contents.durableRevision) else { return outcome }
        outcome.news.append(.event(StoreEvent.memberLost(name, host)))
        if !membership.isUp { goDown(&outcome) }
        return outcome
    }

    /// The last member is back, with what its disk holds.
    mutating func recover(_ host: HostAddress) -> Outcome {
        var outcome = Outcome()
        let durable = contents.durableRevision
        let undone = contents.rollBack()
        outcome.news.append(
            .commit(
                Committed(
                    revision: contents.revision, cause: .recovery, effects: undone,
                    conditions: [])))
        // Before what is committed from here on: an observer holds it against what came before.
        outcome.news.append(.event(StoreEvent.recovered(name, durable)))
        for transaction in uncertain where Bool.random(using: &chance) {
            // One whose conditions no longer hold had no effect; nobody waits to be told.
            _ = commit(transaction, into: &outcome)
        }
        uncertain = []
        contents.markDurable()
        outcome.news.append(.event(StoreEvent.memberJoined(name, host)))
        return outcome
    }

    private mutating func goDown(_ outcome: inout Outcome) {
        outages += 1
        isRelaxedFlushArmed = false
        for entry in queue.takeAll() {
            uncertain.append(entry.transaction)
            let result = Result<Revision, StoreError>.failure(
                .unavailable("the last host of store \(name) went down")
            )
            if let wakeup = queue.settle(entry, result) { outcome.wakeups.append(wakeup) }
        }
        outcome.wakeups += watches.takeAll()
    }
}
