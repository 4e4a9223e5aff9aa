import BareMetal
import Hardware
import World

/// One replica's part in agreeing on a leader.
///
/// Whoever sees the leader's beat stand still for ``LeaseLimits/takeover`` begins the next term;
/// the store lets one of several do so. No clock is compared with another.
struct Candidate: Sendable {
    private let host: HostAddress
    private let store: any Store
    private let clock: any WorldClock
    private var lastBeat: LeaseBeat?
    private var lastChange: Instant
    /// The newest term this replica led in this life of its own.
    private var led: Term?

    init(host: HostAddress, store: any Store, clock: any WorldClock) {
        self.host = host
        self.store = store
        self.clock = clock
        lastChange = clock.now
    }

    /// Who is to lead where several could.
    enum Standing: Sendable {
        /// A replica of the undercloud proper.
        case regular
        /// One that is about to go, such as the seed after the pivot: it leads where nobody else
        /// does.
        case lastResort

        /// How much longer than others it waits before it takes over.
        var modesty: Duration { self == .regular ? .zero : LeaseLimits.modesty }
    }

    /// Looks once, and takes over if it is time.
    ///
    /// - Returns: the lease, if this replica leads from now on.
    mutating func campaign(
        _ standing: Standing = .regular
    ) async throws(StoreError) -> Lease? {
        let current = try await store.get(Leadership.self, Leadership.onlyID)
        let beat = try await store.get(LeaseBeat.self, LeaseBeat.onlyID)
        guard isVacant(current?.document, beat?.document, standing) else { return nil }
        return try await takeOver(from: current)
    }

    /// A vacant office is taken at once; one whose holder is this very host was left by an earlier
    /// life of this replica, which is certainly dead. A term that it lost itself in this life may
    /// still have a controller carry out its last command, as any other's.
    private mutating func isVacant(
        _ current: Leadership?, _ beat: LeaseBeat?, _ standing: Standing
    ) -> Bool {
        let now = clock.now
        if lastBeat != beat { (lastBeat, lastChange) = (beat, now) }
        guard let current, let holder = current.holder else {
            return now - lastChange >= standing.modesty
        }
        if holder == host, current.term != led { return true }
        return now - lastChange >= LeaseLimits.takeover + standing.modesty
    }

    private mutating func takeOver(
        from current: Stored<Leadership>?
    ) async throws(StoreError) -> Lease? {
        let start = clock.now
        let next = Leadership(term: current?.document.term.next ?? Term(number: 1), holder: host)
        var transaction = Transaction()
        if let current {
            transaction.replace(current, with: next)
        } else {
            transaction.insert(next)
        }
        transaction.put(LeaseBeat(term: next.term, count: 0))
        do {
            let revision = try await store.commit(transaction)
            led = next.term
            return Lease(
                Stored(document: next, revision: revision), clock: clock, begunAt: start)
        } catch .conflict { return nil }
    }
}
