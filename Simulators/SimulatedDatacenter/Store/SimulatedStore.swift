public import Simulation
public import World

/// A store that hosts of the simulated datacenter keep together, each a full copy.
///
/// What is modelled: conditions and revisions; group commit, where a durable transaction takes
/// effect and returns once every member's disk has it; relaxed transactions, seen at once and on
/// the disks a little later; members that join by copying and go down with their power; the loss
/// of all members, which takes what was not durable; transactions with an unknown outcome, drawn
/// from the seed; processes killed in the middle of a call. A killed process takes nothing of what
/// it had committed with it.
///
/// What is not: how members agree. There is one order of transactions, as if consensus were
/// perfect and took no time; members are never cut off from each other, are all as fast, and
/// never differ. A disk that lies about a flush is not modelled either.
public final class SimulatedStore: Sendable {
    public let name: StoreName
    let simulator: Simulator
    let timing: StoreTiming
    let state: Confined<StoreState>
    private let journal: @Sendable (any JournalEvent) -> Void
    private let onCommit: @Sendable (StoreCommit) -> Void

    /// A store without a member yet: it serves nobody until a first host joins.
    ///
    /// - Parameters:
    ///   - onCommit: is told of every transaction as it takes effect, and of what a recovery undid.
    ///   - journal: is told of members that come and go, and of recoveries.
    public init(
        name: StoreName,
        simulator: Simulator,
        timing: StoreTiming = StoreTiming(),
        defects: StoreDefects = StoreDefects(),
        onCommit: @escaping @Sendable (StoreCommit) -> Void = { _ in },
        journal: @escaping @Sendable (any JournalEvent) -> Void
    ) {
        self.name = name
        self.simulator = simulator
        self.timing = timing
        self.journal = journal
        self.onCommit = onCommit
        let chance = simulator.random.branch("store.\(name)")
        state = Confined(simulator, StoreState(name: name, defects: defects, chance: chance))
    }

    /// Hosts with a full copy, in the order they joined.
    public var members: [HostAddress] { state.read { Array($0.membership.live) } }

    /// Whether there is a member to serve from.
    public var isUp: Bool { state.read { $0.membership.isUp } }

    /// Of the newest transaction.
    public var revision: Revision { state.read { $0.contents.revision } }

    /// All documents of a kind as they are, in order of id, at no cost in time: the ground truth
    /// for checkers. While the store is down this is what its last member had in memory.
    public func snapshot<Document: StoredDocument>(of type: Document.Type) -> [Stored<Document>] {
        let documents = state.write { state in
            Result { () throws(StoreError) in try state.contents.scan(type, in: .all) }
        }
        switch documents {
        case .success(let documents): return documents
        case .failure(let error): preconditionFailure("A checker reads what was written: \(error)")
        }
    }

    /// The store as one process reaches it.
    ///
    /// - Parameter reach: whether the process's host reaches the members now. Whoever changes the
    ///   answer calls ``connectivityChanged()`` after it.
    public func handle(
        for process: SimulatedProcess,
        reach: @escaping @Sendable () -> Bool = { true }
    ) -> SimulatedStoreHandle {
        SimulatedStoreHandle(self, process: process, reach: reach)
    }

    /// Ends the watches of hosts that have just been cut off.
    public func connectivityChanged() {
        // Whether a host reaches the store may be asked of the store itself.
        let cutOff = state.read { $0.watches.reaches }.filter { !$0.reach() }.map(\.ticket)
        let wakeups = state.write { $0.watches.take(cutOff) }
        for wakeup in wakeups { wakeup.wake() }
    }

    func settle(_ outcome: StoreState.Outcome) {
        for wakeup in outcome.wakeups { wakeup.wake() }
        // Last, since a checker that hears of something may look at the store.
        for news in outcome.news {
            switch news {
            case .event(let event): journal(event)
            case .commit(let commit):
                simulator.record("store.commit", "\(name) \(commit.revision)")
                onCommit(report(commit))
            }
        }
    }

    private func report(_ commit: StoreState.Committed) -> StoreCommit {
        StoreCommit(
            store: name,
            revision: commit.revision,
            at: Instant(nanoseconds: simulator.now.nanoseconds),
            cause: commit.cause,
            changes: commit.effects.map {
                StoreCommit.Change(
                    key: $0.key,
                    before: $0.before?.document,
                    after: $0.after?.document,
                    encoded: $0.after?.original
                )
            },
            conditions: commit.conditions
        )
    }

    func draw(_ range: ClosedRange<Duration>) -> Duration {
        state.write { range.draw(using: &$0.chance) }
    }
}
