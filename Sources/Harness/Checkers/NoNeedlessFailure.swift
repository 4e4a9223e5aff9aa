import BareMetal
import Hardware
import Undercloud
import World

/// Work on a node fails for a cause only.
///
/// A cause is something wrong with its machine, or with what several machines share; a person who
/// did something to the machine or ended the work; a conductor or a leader that was replaced, or a
/// store that was away, while it lasted. A wait for a ramdisk outlives all of these but a long
/// silence of the ramdisk.
public struct NoNeedlessFailure: Checker {
    public static let name: CheckerName = "no-needless-failure"

    /// How long something that is over explains what fails after it: the longest piece of work
    /// (an hour), and a quarter of that.
    static let aftermath: Duration = .seconds(4500)
    /// Silence that explains the end of a wait: Ironic's half an hour, less what clocks differ by.
    static let silence: Duration = .seconds(1740)

    /// Faults that leave nothing behind on the machine once they are over.
    private static let passing: [HardwareFault] = [
        .powerLoss, .machineDead, .supplyDead, .linkLoss, .packetLoss, .pxeCut, .stpDelay,
        .wrongVLAN, .bmcSilent, .bmcForgets, .bmcReplyLost, .bmcLate, .bmcSlow, .bmcSessionsFull,
        .postHangs, .osHangs,
    ]

    /// Work that was begun on a node.
    private struct Work {
        let began: Instant
        var state: ProvisionState
        /// When its present state was entered.
        var since: Instant
        var isAborted = false
    }

    private var store = AuthoritativeStore()
    /// All of these are looked up only.
    private var states: [String: ProvisionState] = [:]
    private var works: [String: Work] = [:]
    private var heard: [String: Instant] = [:]
    /// What befell a machine itself.
    private var inForce: [String: Int] = [:]
    private var lastTrouble: [String: Instant] = [:]
    private var damaged: Set<String> = []
    /// What befell what machines share, or all of them.
    private var shared = 0
    private var lastShared: Instant?
    private var isMixedUp = false
    private var upheavals = Upheavals(.count)

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry):
            note(entry)
            return nil
        case .commit(let commit): return judge(commit)
        }
    }

    // MARK: Causes

    private mutating func note(_ entry: JournalEntry) {
        switch entry.event {
        // There are boards that hang in their self test now and then.
        case MachineEvent.bootFailed(let machine, let reason) where reason.contains("self test"):
            lastTrouble[machine.text] = entry.at
        case MachineEvent.fault(let machine, let fault, let phase):
            note(fault, phase, of: machine.text, at: entry.at)
        case SiteEvent.fault(_, _, let phase):
            shared += phase == .began ? 1 : -1
            lastShared = entry.at
        case SiteEvent.mains(let machine, _), SiteEvent.cutOff(let machine, _):
            lastTrouble[machine.text] = entry.at
        case SiteEvent.breakerTripped, SiteEvent.breakerReset: lastShared = entry.at
        case OperatorEvent.setAside(let node), OperatorEvent.takenBack(let node),
            OperatorEvent.powerAsked(let node, _):
            lastTrouble[node.text] = entry.at
        case OperatorEvent.powerButton(let machine, _): lastTrouble[machine.text] = entry.at
        case ContactEvent.ramdiskHeard(let machine): heard[machine.text] = entry.at
        default: break
        }
    }

    private mutating func note(
        _ fault: HardwareFault, _ phase: FaultPhase, of machine: String, at now: Instant
    ) {
        inForce[machine, default: 0] += phase == .began ? 1 : -1
        lastTrouble[machine] = now
        if [.bmcSwapped, .macsSwapped, .cablesSwapped].contains(fault) { isMixedUp = true }
        if !Self.passing.contains(fault) { damaged.insert(machine) }
    }

    private func isExcused(_ node: String, at now: Instant) -> Bool {
        if isMixedUp || shared > 0 || damaged.contains(node) { return true }
        if inForce[node, default: 0] > 0 { return true }
        let last = [lastShared, lastTrouble[node]].compactMap { $0 }.max()
        return last.map { now - $0 <= Self.aftermath } ?? false
    }

    // MARK: Work

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        upheavals.note(commit)
        for intent in commit.written(Intent.self) where intent.verb == .abort {
            works[intent.node.text]?.isAborted = true
        }
        var found: Violation?
        for change in commit.changes(of: Node.kind) {
            guard let node = change.written(Node.self) else {
                states[change.key.id] = nil
                works[change.key.id] = nil
                continue
            }
            guard let problem = follow(node, at: commit.at), commit.cause != .recovery else {
                continue
            }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found
    }

    private mutating func follow(_ node: Node, at now: Instant) -> String? {
        let (state, old) = (node.provisionState, states[node.id])
        states[node.id] = state
        guard let old, old != state else { return nil }
        let isUnderWay = state.isTransient || state.phase == .held
        if isUnderWay {
            works[node.id, default: Work(began: now, state: state, since: now)].state = state
            works[node.id]?.since = now
            return nil
        }
        guard let work = works.removeValue(forKey: node.id) else { return nil }
        let hasFailed =
            state.phase == .failed || state == .error || (old == .verifying && state == .enroll)
        guard hasFailed, !work.isAborted, node.maintenance?.fault != nil || node.maintenance == nil,
            !isExcused(node.id, at: now), !isExplained(work, node.id, at: now)
        else { return nil }
        return "its work failed though nothing was wrong with it: \(node.lastError ?? "")"
    }

    /// Whether what happened among those who act is reason enough.
    private func isExplained(_ work: Work, _ node: String, at now: Instant) -> Bool {
        guard upheavals.last >= work.began else { return false }
        guard work.state.phase == .waiting else { return true }
        return now - max(work.since, heard[node] ?? .epoch) >= Self.silence
    }
}
