import BareMetal
import Hardware
import OrderedCollections
import Undercloud
public import World

/// Work on a node has the patience that it is to have, no less and no more.
///
/// A change of power is asked for four times, each watched for a minute, and a call to a controller
/// that fails in passing is made five times, before either is given up. Work is broken off for its
/// length only when it has taken as long as it may, and no lock is held for longer than its holder
/// may work. Work is written off as lost only where its store was away.
public struct PatientWork: Checker {
    public static let name: CheckerName = "patient-work"

    /// Numbers of its own, as all below: how often a change of power is asked for, and what passes
    /// from the first time to the last, by a clock that runs fast.
    static let powerAttempts = 4
    static let powerSpan: Duration = .seconds(150)
    /// Calls to a controller that fail in passing before their work does, and those in a row that
    /// no work makes, with all that follows its failure.
    static let callAttempts = 5
    static let callsInVain = 28
    /// What work in one state is given (50 minutes), less what clocks differ by.
    static let work: Duration = .seconds(2650)
    /// What a change of power is given each way (`power_state_change_timeout`), less the same.
    static let change: Duration = .seconds(50)
    /// Longest that a node stays locked while it is worked on (an hour), and while it waits or
    /// rests: an operator's change of power (11 minutes), or what it takes to give a node up.
    static let longestWork: Duration = .seconds(3600 + 420)
    static let longestLock: Duration = .seconds(1500)

    /// What was seen of a node under its present lock.
    private struct Hold {
        let lock: Reservation
        var state: ProvisionState
        /// When the lock was taken, or the state entered under it.
        var began: Instant
        /// What the last error said before.
        let error: String?
        var isClearing = false
        /// Times at which the machine was told to be on, or off.
        var asked: [PowerState: [Instant]] = [:]
        /// Looks at its power that failed, and those of them in a row.
        var failed = 0
        var vain = 0
    }

    private struct Due {
        let node: String
        let began: Instant
        let limit: Duration
    }

    private var store = AuthoritativeStore()
    private var upheavals = Upheavals(.count)
    private var ring = ConductorRing.empty
    /// Looked up only, as the other.
    private var holds: [String: Hold] = [:]
    private var errors: [String: String] = [:]
    private var works = StayQueue<Due>()
    private var locks = StayQueue<Due>()
    /// Whether some controllers have been others' machines'.
    private var isMixedUp = false

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry):
            note(entry)
            return nil
        case .commit(let commit): return judge(commit)
        }
    }

    private mutating func note(_ entry: JournalEntry) {
        switch entry.event {
        case MachineEvent.fault(_, .bmcSwapped, .began): isMixedUp = true
        case MachineEvent.powerCommand(let machine, let action):
            holds[machine.text]?.asked[action.outcome, default: []].append(entry.at)
        default: break
        }
    }

    public static var seesLooks: Bool { true }

    public mutating func observe(_ look: PowerLook) -> Violation? {
        let node = look.machine.text
        guard let hold = holds[node], hold.lock.isHeld(on: look.asker) else {
            return nil
        }
        guard look.told == nil else {
            holds[node]?.vain = 0
            return nil
        }
        let vain = hold.vain + 1
        holds[node]?.vain = vain
        holds[node]?.failed += 1
        guard vain > Self.callsInVain else { return nil }
        return violation(
            at: look.at, node, "its controller was asked \(vain) times in a row, and never answered"
        )
    }

    // MARK: Commits

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        upheavals.note(commit)
        if let next = commit.written(ConductorRing.self).last { ring = next }
        var found: Violation?
        for change in commit.changes(of: Node.kind) {
            guard let node = change.written(Node.self) else {
                holds[change.key.id] = nil
                errors[change.key.id] = nil
                continue
            }
            let hold = holds[node.id]
            follow(node, at: commit.at)
            defer { errors[node.id] = node.lastError }
            guard commit.cause != .recovery, let hold, node.reservation == nil,
                let reason = node.lastError, reason != hold.error,
                let problem = haste(hold, reason, on: node.id, at: commit.at)
            else { continue }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found ?? overdue(at: commit.at)
    }

    private mutating func follow(_ node: Node, at now: Instant) {
        guard let lock = node.reservation, ring.isLiving(lock.term) else {
            holds[node.id] = nil
            return
        }
        if holds[node.id]?.lock == lock, holds[node.id]?.state == node.provisionState { return }
        var hold =
            holds[node.id].flatMap { $0.lock == lock ? $0 : nil }
            ?? Hold(
                lock: lock, state: node.provisionState, began: now, error: errors[node.id])
        (hold.state, hold.began) = (node.provisionState, now)
        hold.isClearing = node.intent?.verb == .abort
        holds[node.id] = hold
        let isWork = hold.state.phase == .working || hold.isClearing
        if isWork {
            works.append(Due(node: node.id, began: now, limit: Self.longestWork))
        } else {
            locks.append(Due(node: node.id, began: now, limit: Self.longestLock))
        }
    }

    // MARK: Too early

    private func haste(
        _ hold: Hold, _ reason: String, on node: String, at now: Instant
    ) -> String? {
        if reason.hasPrefix("the store was away"), now - upheavals.last > .seconds(600) {
            return "its work was written off for a store that was never away"
        }
        let isHurried =
            hold.lock.isFor(.timeout) || hold.lock.isFor(.powerSync)
            || hold.lock.powerRequest != nil
        if reason.contains("the work takes longer than it may"), !isHurried,
            hold.state.phase == .working, now - hold.began < Self.work
        {
            return "its work was broken off for its length after \((now - hold.began).shortText)"
        }
        if reason.contains("the work takes longer than it may"), isHurried,
            !reason.hasPrefix("no word from"), now - hold.began < Self.change
        {
            return "a change of its power was given up after \((now - hold.began).shortText)"
        }
        return powerHaste(hold, reason, on: node) ?? callHaste(hold, reason)
    }

    private func powerHaste(_ hold: Hold, _ reason: String, on node: String) -> String? {
        let missed = PowerState.allCases.first {
            reason.contains("the machine did not go \($0.rawValue) though asked")
        }
        guard let missed, !isMixedUp,
            ![.softOff, .softReboot].contains(hold.lock.powerRequest)
        else { return nil }
        let times = hold.asked[missed, default: []]
        let span = times.first.flatMap { first in times.last.map { $0 - first } } ?? .zero
        guard times.count < Self.powerAttempts || span < Self.powerSpan else { return nil }
        return "its machine was told \(times.count) times in \(span.shortText) to go"
            + " \(missed.rawValue), and given up"
    }

    private func callHaste(_ hold: Hold, _ reason: String) -> String? {
        guard reason.contains("reading the power state: the controller did not answer"),
            !reason.hasPrefix("no word from"), hold.failed < Self.callAttempts
        else { return nil }
        return "its controller did not answer \(hold.failed) times, and was given up"
    }

    // MARK: Too late

    private mutating func overdue(at now: Instant) -> Violation? {
        overdue(in: \.works, at: now) ?? overdue(in: \.locks, at: now)
    }

    private mutating func overdue(
        in queue: WritableKeyPath<Self, StayQueue<Due>>, at now: Instant
    ) -> Violation? {
        while let due = self[keyPath: queue].first, now - due.began > due.limit {
            self[keyPath: queue].removeFirst()
            guard let hold = holds[due.node], hold.began <= due.began else { continue }
            // A store that was away, or a conductor that is gone, holds up its work.
            guard now - max(hold.began, upheavals.last) > due.limit else {
                self[keyPath: queue].append(Due(node: due.node, began: now, limit: due.limit))
                continue
            }
            return violation(
                at: now, due.node,
                "\(hold.lock) has had it locked in '\(hold.state)' for "
                    + (now - hold.began).shortText)
        }
        return nil
    }
}
