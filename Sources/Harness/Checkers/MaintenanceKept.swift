import BareMetal
import Hardware
import Undercloud
public import World

/// Maintenance begins for a reason that is so, and ends only when that reason has.
///
/// The service sets a node aside after three rounds in a row in which its controller failed or its
/// machine's power was not as recorded, and takes it back as soon as the controller answers. What a
/// person has set aside only a person takes back; meanwhile nothing is begun on it, and nothing is
/// given up. A cleaning that failed sets the node aside until an operator, or the flow in an
/// operator's place, manages it. Nothing is placed on a node that is set aside.
public struct MaintenanceKept: Checker {
    public static let name: CheckerName = "maintenance-kept"

    /// Rounds in a row (`power_state_sync_max_retries`) and the time between the first and the
    /// last of them, less what a look may be late by. Numbers of its own.
    static let rounds = 3
    static let roundsSpan: Duration = .seconds(105)
    /// Two failures that are closer are of one round.
    static let roundGap: Duration = .seconds(45)
    /// How far back what was seen of a controller counts.
    static let memory: Duration = .seconds(600)
    /// From a quiet moment to the end of a power failure: the interval of such looks
    /// (`power_failure_recovery_interval`), two rounds, and what it takes to replace a conductor.
    static let healing: Duration = .seconds(720)
    /// Half of Ironic's interval between looks at nodes that are set aside for their power.
    static let recoveryInterval: Duration = .seconds(150)
    /// What was begun before a person set the node aside is finished by then.
    static let finishing: Duration = .seconds(60)
    /// A longer silence of the store counts as this much.
    static let countedSilence: Duration = .seconds(60)

    /// A node as it was last written.
    private struct Sight {
        let state: ProvisionState
        let maintenance: Maintenance?
        let allocation: Identifier?
        let since: Instant
        let step: Int?
        /// Whether nobody works on it.
        let isIdle: Bool
        /// Whether power synchronization is to look at it.
        let isDue: Bool
    }

    private struct Stay {
        let node: String
        let since: Instant
        let deadline: Duration
    }

    private static let cleaning: [ProvisionState] = [.cleaning, .cleanWait, .cleanHold]

    private var store = AuthoritativeStore()
    private var faults = FaultsInForce()
    private var counted: Duration = .zero
    private var lastCommit = Instant.epoch
    /// All of these are looked up only.
    private var sights: [String: Sight] = [:]
    private var heldByPerson: Set<String> = []
    /// Nodes whose work a person ended, which is no failure.
    private var aborted: Set<String> = []
    /// What went against a node's power lately: looks that failed, answers that differed from the
    /// last one, and commands to put it right.
    private var troubles: [String: [Instant]] = [:]
    private var lastTold: [String: Instant] = [:]
    private var lastUntold: [String: Instant] = [:]
    /// Rounds in a row in which a controller failed while its node was left as it is.
    private var streaks: [String: (count: Int, last: Instant)] = [:]
    /// Looks in vain at nodes that are set aside for their power, that came sooner than they may.
    private var hasty: [String: Int] = [:]
    private var stays = StayQueue<Stay>()
    private var lastRing: Duration = .zero

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry): return note(entry)
        case .commit(let commit): return judge(commit)
        }
    }

    public mutating func finish(at end: Instant) -> Violation? {
        pass(to: end)
        return overdue(at: end)
    }

    private mutating func note(_ entry: JournalEntry) -> Violation? {
        faults.note(entry)
        switch entry.event {
        case OperatorEvent.setAside(let node): heldByPerson.insert(node.text)
        case OperatorEvent.takenBack(let node): heldByPerson.remove(node.text)
        case ContactEvent.powerTold(let machine, _):
            lastTold[machine.text] = entry.at
            streaks[machine.text] = nil
            trouble(machine.text, at: entry.at)
        case ContactEvent.powerUntold(let machine):
            let last = lastUntold.updateValue(entry.at, forKey: machine.text)
            trouble(machine.text, at: entry.at)
            return overlooked(machine.text, at: entry.at)
                ?? insistence(on: machine.text, after: last, at: entry.at)
        case MachineEvent.powerCommand(let machine, _): trouble(machine.text, at: entry.at)
        default: break
        }
        return nil
    }

    /// A node at rest whose controller fails once more, though it should be set aside already.
    private mutating func overlooked(_ node: String, at now: Instant) -> Violation? {
        guard let sight = sights[node], sight.isDue, now - lastCommit <= Self.countedSilence else {
            streaks[node] = nil
            return nil
        }
        if let last = streaks[node]?.last, now - last < Self.roundGap { return nil }
        let count = (streaks[node]?.count ?? 0) + 1
        streaks[node] = (count, now)
        guard count > Self.rounds else { return nil }
        return violation(
            at: now, node,
            "its controller failed \(count) rounds in a row, and it is not set aside")
    }

    /// A node that is set aside for its power is looked at every few minutes only.
    private mutating func insistence(
        on node: String, after last: Instant?, at now: Instant
    ) -> Violation? {
        guard let last, let sight = sights[node], sight.maintenance?.fault == .powerFailure,
            sight.isIdle, last > sight.since, now - last < Self.recoveryInterval,
            now - last > Self.roundGap
        else {
            hasty[node] = nil
            return nil
        }
        hasty[node, default: 0] += 1
        guard hasty[node, default: 0] >= Self.rounds else { return nil }
        return violation(
            at: now, node, "it is set aside for its power, and its controller is asked all the time"
        )
    }

    private mutating func trouble(_ machine: String, at now: Instant) {
        troubles[machine, default: []].removeAll { now - $0 > Self.memory }
        troubles[machine, default: []].append(now)
    }

    private mutating func pass(to now: Instant) {
        counted += max(min(now - lastCommit, Self.countedSilence), .zero)
        lastCommit = max(now, lastCommit)
    }

    // MARK: Commits

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        pass(to: commit.at)
        if commit.touches(ConductorRing.kind) || commit.touches(Leadership.kind) {
            lastRing = counted
            streaks.removeAll()
        }
        noteAborts(in: commit)
        var found: Violation?
        for change in commit.changes(of: Node.kind) {
            guard let node = change.written(Node.self) else {
                sights[change.key.id] = nil
                continue
            }
            defer { if !Self.cleaning.contains(node.provisionState) { aborted.remove(node.id) } }
            let old = sights[node.id]
            look(at: node, after: old, commit.at)
            // What a store forgot is nobody's deed.
            guard commit.cause != .recovery, let old,
                let problem = problem(with: node, after: old, commit.at)
            else { continue }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found ?? overdue(at: commit.at)
    }

    private mutating func noteAborts(in commit: StoreCommit) {
        for intent in commit.written(Intent.self) {
            if intent.verb == .abort { aborted.insert(intent.node.text) }
        }
    }

    private mutating func look(at node: Node, after old: Sight?, _ now: Instant) {
        let isSame = old?.maintenance == node.maintenance
        let since = isSame ? old?.since ?? now : now
        sights[node.id] = Sight(
            state: node.provisionState, maintenance: node.maintenance,
            allocation: node.allocation, since: since, step: node.step?.index,
            isIdle: node.reservation == nil && !node.provisionState.isTransient,
            isDue: Self.isDue(node))
        streaks[node.id] = nil
        guard !isSame, node.maintenance?.fault == .powerFailure else { return }
        stays.append(Stay(node: node.id, since: since, deadline: counted + Self.healing))
    }

    private static func isDue(_ node: Node) -> Bool {
        node.maintenance == nil && node.reservation == nil && node.targetPower == nil
            && !node.provisionState.isTransient
            && ![.enroll, .adoptFailed].contains(node.provisionState)
    }

    private func problem(with node: Node, after old: Sight, _ now: Instant) -> String? {
        switch (old.maintenance, node.maintenance) {
        case (nil, nil): missing(on: node, after: old)
        case (nil, let begun?): beginning(of: begun, on: node, now)
        case (let ended?, nil): ending(of: ended, since: old.since, on: node)
        case (let held?, let other?):
            held == other
                ? disturbance(of: node, after: old, now)
                : "its maintenance, '\(held.reason)', became '\(other.reason)'"
        }
    }

    private func missing(on node: Node, after old: Sight) -> String? {
        guard node.provisionState == .cleanFailed, [.cleaning, .cleanWait].contains(old.state),
            !aborted.contains(node.id)
        else { return nil }
        return "its cleaning failed, and it was not set aside"
    }

    private func beginning(
        of begun: Maintenance, on node: Node, _ now: Instant
    ) -> String? {
        switch begun.fault {
        case nil:
            return heldByPerson.contains(node.id) ? nil : "no person set it aside as if one had"
        case .cleanFailure:
            return node.provisionState == .cleanFailed
                ? nil : "it was set aside for a failed cleaning while \(node.provisionState)"
        case .rescueAbortFailure: return nil
        case .powerFailure:
            if node.provisionState.isTransient {
                return "it was set aside for its power while \(node.provisionState)"
            }
            let seen = troubles[node.id, default: []].filter { now - $0 <= Self.memory }
            let span = seen.first.flatMap { first in seen.last.map { $0 - first } } ?? .zero
            if seen.count >= Self.rounds, span >= Self.roundsSpan { return guess(at: node) }
            return "it was set aside for its power after \(seen.count) looks in \(span.shortText)"
        }
    }

    /// What is recorded of a power that nobody can read.
    private func guess(at node: Node) -> String? {
        guard let recorded = node.powerState, let untold = lastUntold[node.id],
            untold > lastTold[node.id] ?? .epoch
        else { return nil }
        return "its controller does not answer, and its power is recorded as '\(recorded.rawValue)'"
    }

    private func ending(
        of ended: Maintenance, since: Instant, on node: Node
    ) -> String? {
        switch ended.fault {
        case nil:
            return heldByPerson.contains(node.id)
                ? "it was taken back by nobody who had set it aside" : nil
        case .powerFailure:
            guard let told = lastTold[node.id], told >= lastUntold[node.id] ?? .epoch else {
                return "it was taken back though its controller does not answer"
            }
            return node.powerState == nil
                ? "it was taken back, and what its controller told of its power is not recorded"
                : nil
        case .cleanFailure, .rescueAbortFailure:
            // A change of the record is made in the transaction that takes the lock.
            return node.reservation == nil
                ? "what was set aside for a \(ended.fault?.rawValue ?? "") was taken back by itself"
                : nil
        }
    }

    /// What may not happen to a node that stays set aside.
    private func disturbance(of node: Node, after old: Sight, _ now: Instant) -> String? {
        let state = node.provisionState
        if state != old.state, !old.state.isTransient,
            [.deploying, .cleaning, .rescuing, .servicing].contains(state)
        {
            return "'\(state)' was begun on it in maintenance"
        }
        if let given = node.allocation, given != old.allocation {
            return "\(given) was placed on it in maintenance"
        }
        guard node.maintenance?.fault == nil, now - old.since > Self.finishing,
            old.state.phase == .waiting
        else { return nil }
        if state.phase == .failed, Self.isTimeout(node.lastError) {
            return "it was given up while a person had set it aside"
        }
        let isFurther = state.phase == .working || (node.step?.index ?? 0) > (old.step ?? 0)
        return isFurther && state == old.state.work
            ? "its steps went on while a person had set it aside" : nil
    }

    private static func isTimeout(_ reason: String?) -> Bool {
        guard let reason else { return false }
        return reason.hasPrefix("no word from the ramdisk")
            || reason.hasPrefix("the ramdisk was not done")
    }

    // MARK: Healing

    private mutating func overdue(at now: Instant) -> Violation? {
        while let stay = stays.first, stay.deadline < counted {
            stays.removeFirst()
            guard let sight = sights[stay.node], sight.since == stay.since,
                sight.maintenance?.fault == .powerFailure
            else { continue }
            let isQuiet = faults.quietSince(stay.node).map { now - $0 > Self.healing } ?? false
            guard isQuiet, !sight.state.isTransient, counted - lastRing > Self.healing else {
                stays.append(
                    Stay(node: stay.node, since: stay.since, deadline: counted + .seconds(120)))
                continue
            }
            return violation(
                at: now, stay.node,
                "it is set aside for its power though its controller has answered for "
                    + Self.healing.shortText)
        }
        return nil
    }
}

extension ProvisionState {
    /// What a node that waits in this state goes on to when its ramdisk has called.
    fileprivate var work: ProvisionState? {
        switch self {
        case .cleanWait: .cleaning
        case .deployWait: .deploying
        case .inspectWait: .inspecting
        case .rescueWait: .rescuing
        case .serviceWait: .servicing
        default: nil
        }
    }
}
