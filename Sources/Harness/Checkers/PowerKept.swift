import BareMetal
import Hardware
import Plans
import Undercloud
public import World

/// What is recorded of a machine's power is what its controller told, and record and machine do not
/// stay apart.
///
/// Which of them gives way is the operator's choice. Where the record follows, no machine is told
/// to change its power that nobody works on; where the machine follows, the record of such a
/// machine stays as it is, and the machine is told nothing else.
public struct PowerKept: Checker {
    public static let name: CheckerName = "power-kept"

    /// How long record and machine may differ while nothing is wrong: four rounds
    /// (`sync_power_state_interval`), and what a round takes that asks many controllers.
    static let rounds: Duration = .seconds(300)
    static let timePerMachine: Duration = .milliseconds(150)
    /// How old a controller's word may be that is written down at the end of work.
    static let wordAge: Duration = .seconds(600)
    /// What was asked of a slow controller before the work ended may come after it.
    static let delay: Duration = .seconds(180)

    /// A node as it was last written.
    private struct Sight {
        let state: ProvisionState
        let recorded: PowerState?
        /// Whether nobody is to change its power.
        let isAtRest: Bool
        let isSetAside: Bool
        /// When something was last under way on it.
        let lastWork: Instant
    }

    /// Record and machine differ since then.
    private struct Difference {
        let node: String
        let since: Instant
    }

    private var store = AuthoritativeStore()
    private var faults = FaultsInForce()
    private var policy = PowerSyncPolicy.recordFollows
    /// All of these are looked up only.
    private var sights: [String: Sight] = [:]
    private var power: [String: PowerState] = [:]
    private var told: [String: [PowerState: Instant]] = [:]
    private var lastWord: [String: PowerState] = [:]
    private var differing: [String: Instant] = [:]
    private var differences = StayQueue<Difference>()
    private var lastRing = Instant.epoch
    private var lastCommit = Instant.epoch

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry): judge(entry)
        case .commit(let commit): judge(commit)
        }
    }

    public mutating func finish(at end: Instant) -> Violation? { overdue(at: end) }

    // MARK: Machines

    private mutating func judge(_ entry: JournalEntry) -> Violation? {
        faults.note(entry)
        switch entry.event {
        case MachineEvent.power(let machine, let state):
            power[machine.text] = state
            compare(machine.text, at: entry.at)
        case ContactEvent.powerTold(let machine, let state):
            lastWord[machine.text].map { told[machine.text, default: [:]][$0] = entry.at }
            lastWord[machine.text] = state
        case ContactEvent.powerUntold(let machine):
            lastWord[machine.text].map { told[machine.text, default: [:]][$0] = entry.at }
            lastWord[machine.text] = nil
        case MachineEvent.powerCommand(let machine, let action):
            return problem(with: action, of: machine.text, at: entry.at).map {
                violation(at: entry.at, machine.text, "\(entry.source) \($0)")
            }
        default: break
        }
        return nil
    }

    private func problem(
        with action: PowerAction, of machine: String, at now: Instant
    ) -> String? {
        guard let sight = sights[machine], sight.isAtRest, now - sight.lastWork > Self.delay
        else { return nil }
        // What is done to a machine in use is another checker's.
        if sight.state == .active, action != .on { return nil }
        if policy == .machineFollows, action.outcome == sight.recorded { return nil }
        return "asked for power '\(action)' while it is '\(sight.state)' and nobody works on it"
    }

    // MARK: Records

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        for cloud in commit.written(Cloud.self) { policy = cloud.plan.undercloud.powerSync }
        if commit.touches(ConductorRing.kind) || commit.touches(Leadership.kind)
            || commit.cause == .recovery || commit.at - lastCommit > .seconds(60)
        {
            lastRing = commit.at
        }
        lastCommit = commit.at
        var found: Violation?
        for change in commit.changes(of: Node.kind) {
            guard let node = change.written(Node.self) else {
                sights[change.key.id] = nil
                continue
            }
            let old = sights[node.id]
            note(node, after: old, commit.at)
            compare(node.id, at: commit.at)
            guard commit.cause != .recovery, let old,
                let problem = problem(with: node, after: old, commit.at)
            else { continue }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found ?? overdue(at: commit.at)
    }

    private mutating func note(_ node: Node, after old: Sight?, _ now: Instant) {
        let isAtRest = Self.isAtRest(node)
        sights[node.id] = Sight(
            state: node.provisionState, recorded: node.powerState, isAtRest: isAtRest,
            isSetAside: node.maintenance != nil,
            lastWork: isAtRest && old?.isAtRest ?? true ? old?.lastWork ?? .epoch : now)
    }

    private static func isAtRest(_ node: Node) -> Bool {
        !node.provisionState.isTransient && node.targetPower == nil && node.intent == nil
            && ![.enroll, .adoptFailed].contains(node.provisionState)
    }

    private func problem(with node: Node, after old: Sight, _ now: Instant) -> String? {
        guard let recorded = node.powerState, recorded != old.recorded else { return nil }
        if policy == .machineFollows, let before = old.recorded, old.isAtRest, !old.isSetAside,
            Self.isAtRest(node), node.maintenance == nil
        {
            return "its record went from '\(before.rawValue)' to '\(recorded.rawValue)', and its"
                + " machine is to follow"
        }
        let isTold =
            lastWord[node.id] == recorded
            || told[node.id]?[recorded].map { now - $0 <= Self.wordAge } ?? false
        return isTold
            ? nil : "its power was recorded as '\(recorded.rawValue)', which nobody was told"
    }

    // MARK: Agreement

    private mutating func compare(_ node: String, at now: Instant) {
        guard let sight = sights[node], sight.isAtRest, !sight.isSetAside,
            let recorded = sight.recorded, recorded != power[node, default: .off]
        else {
            differing[node] = nil
            return
        }
        guard differing[node] == nil else { return }
        differing[node] = now
        differences.append(Difference(node: node, since: now))
    }

    private mutating func overdue(at now: Instant) -> Violation? {
        let limit = Self.rounds + Self.timePerMachine * sights.count
        while let difference = differences.first, now - difference.since > limit {
            differences.removeFirst()
            guard differing[difference.node] == difference.since else { continue }
            let quiet = faults.quietSince(difference.node)
            guard let quiet, now - max(quiet, lastRing) > limit else {
                // Looked at again once it may have been put right.
                differing[difference.node] = now
                differences.append(Difference(node: difference.node, since: now))
                continue
            }
            let recorded = sights[difference.node]?.recorded?.rawValue ?? ""
            return violation(
                at: now, difference.node,
                "its power has been recorded as '\(recorded)', which it is not, for "
                    + limit.shortText)
        }
        return nil
    }
}
