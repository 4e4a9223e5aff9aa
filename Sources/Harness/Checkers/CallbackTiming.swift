import BareMetal
import Hardware
import Undercloud
public import World

/// A node that waits for its ramdisk is given up when nothing was heard for as long as ramdisks
/// may be silent: neither before that, nor much after it.
///
/// What counts is the world's own time, and what ramdisks really got through. A change of the ring
/// lengthens a wait (a conductor trusts its own eyes only), and so does a lock or maintenance. Time
/// in which no store carries anything out does not count.
public struct CallbackTiming: Checker {
    public static let name: CheckerName = "callback-timing"

    /// Ironic's default for its callback timeouts. A number of its own, so that it is not moved
    /// together with the service's.
    static let silenceLimit: Duration = .seconds(1800)
    /// Longest that one start of a step may take though its ramdisk reports.
    static let stepLimit: Duration = .seconds(5400)
    /// How far clocks may be apart at the end of such a time, with what passes between the arrival
    /// of a heartbeat and that of its reply.
    static let tolerance: Duration = .seconds(45)
    /// Two rounds of looking, and what it takes to replace a conductor that is gone.
    static let lateness: Duration = .seconds(420)
    /// A longer silence of the store counts as this much.
    static let countedSilence: Duration = .seconds(60)

    /// A node that waits.
    private struct Wait {
        let state: ProvisionState
        let step: StepProgress?
        let intent: Identifier?
        let began: Instant
        /// On the counted clock, as the next ones are.
        let counted: Duration
        var heard: Duration
        var lastHeard: Instant
        /// When a lock was taken that has not been given back.
        var locked: Instant?
        var isSetAside = false
        var ticket: Int
    }

    private struct Due {
        let node: String
        let ticket: Int
        let deadline: Duration
    }

    private var store = AuthoritativeStore()
    private var counted: Duration = .zero
    private var lastCommit: Instant = .epoch
    private var lastRing: Duration = .zero
    private var lastTicket = 0
    /// Looked up only.
    private var waits: [String: Wait] = [:]
    /// Nodes whose present wait, if they are in one, was seen to begin; looked up only.
    private var known: Set<String> = []
    private var silences = StayQueue<Due>()
    private var steps = StayQueue<Due>()

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry):
            guard case .ramdiskHeard(let machine)? = entry.event as? ContactEvent else {
                return nil
            }
            hear(machine.text, at: entry.at)
            return nil
        case .commit(let commit): return judge(commit)
        }
    }

    public mutating func finish(at end: Instant) -> Violation? {
        pass(to: end)
        return overdue(at: end)
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        pass(to: commit.at)
        if commit.cause == .recovery {
            forget(commit)
            return nil
        }
        if commit.touches(ConductorRing.kind) || commit.touches(Leadership.kind) {
            lastRing = counted
        }
        var found: Violation?
        for change in commit.changes(of: Node.kind) {
            guard let node = change.written(Node.self) else {
                waits[change.key.id] = nil
                continue
            }
            guard let problem = follow(node, at: commit.at) else { continue }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found ?? overdue(at: commit.at)
    }

    private mutating func pass(to now: Instant) {
        counted += max(min(now - lastCommit, Self.countedSilence), .zero)
        lastCommit = max(now, lastCommit)
    }

    /// What a store forgot, conductors may remember: such waits are not judged, only the next.
    private mutating func forget(_ commit: StoreCommit) {
        for change in commit.changes(of: Node.kind) {
            waits[change.key.id] = nil
            known.remove(change.key.id)
        }
    }

    // MARK: Too early

    private mutating func follow(_ node: Node, at now: Instant) -> String? {
        let old = waits[node.id]
        guard node.provisionState.phase == .waiting else {
            waits[node.id] = nil
            known.insert(node.id)
            return old.flatMap { haste(in: $0, endedBy: node, at: now) }
        }
        guard var wait = old, wait.state == node.provisionState, wait.step == node.step,
            wait.intent == node.intent?.identifier
        else {
            if known.contains(node.id) { begin(node, at: now) }
            return nil
        }
        wait.locked = node.reservation == nil ? nil : wait.locked ?? now
        if wait.isSetAside, node.maintenance == nil { wait.heard = counted }
        wait.isSetAside = node.maintenance != nil
        waits[node.id] = wait
        return nil
    }

    /// What is told as the reason says which of the limits is meant; whether it was over is not
    /// taken from there.
    private func haste(in wait: Wait, endedBy node: Node, at now: Instant) -> String? {
        guard node.provisionState.phase == .failed, let reason = node.lastError else { return nil }
        let decided = wait.locked ?? now
        if reason.hasPrefix("no word from the ramdisk") {
            let silence = decided - max(wait.began, wait.lastHeard)
            guard silence < Self.silenceLimit - Self.tolerance else { return nil }
            return "it was given up for silence \(silence.shortText) after the last word"
        }
        if reason.hasPrefix("the ramdisk was not done") {
            let time = decided - wait.began
            guard time < Self.stepLimit - Self.tolerance else { return nil }
            return "its ramdisk was given \(time.shortText) for a step"
        }
        return nil
    }

    private mutating func begin(_ node: Node, at now: Instant) {
        lastTicket += 1
        waits[node.id] = Wait(
            state: node.provisionState, step: node.step, intent: node.intent?.identifier,
            began: now, counted: counted, heard: counted, lastHeard: now,
            locked: node.reservation == nil ? nil : now,
            isSetAside: node.maintenance != nil, ticket: lastTicket)
        queue(node.id, lastTicket, since: counted)
        steps.append(
            Due(
                node: node.id, ticket: lastTicket,
                deadline: counted + Self.stepLimit + Self.lateness))
    }

    private mutating func hear(_ node: String, at now: Instant) {
        // A ramdisk that owes an inventory is not excused by its heartbeats.
        guard var wait = waits[node], wait.state != .inspectWait else { return }
        wait.heard = counted
        // What comes while it is given up comes too late.
        if wait.locked == nil { wait.lastHeard = now }
        waits[node] = wait
    }

    // MARK: Too late

    private mutating func queue(_ node: String, _ ticket: Int, since: Duration) {
        silences.append(
            Due(node: node, ticket: ticket, deadline: since + Self.silenceLimit + Self.lateness))
    }

    private mutating func overdue(at now: Instant) -> Violation? {
        while let due = silences.first, due.deadline < counted {
            silences.removeFirst()
            guard let wait = waits[due.node], wait.ticket == due.ticket else { continue }
            let since = patience(with: wait, from: wait.heard)
            guard due.deadline < since + Self.silenceLimit + Self.lateness else {
                return violation(
                    at: now, due.node, "it waits for a ramdisk that has said nothing for too long")
            }
            queue(due.node, due.ticket, since: since)
        }
        while let due = steps.first, due.deadline < counted {
            steps.removeFirst()
            guard let wait = waits[due.node], wait.ticket == due.ticket else { continue }
            let deadline =
                patience(with: wait, from: wait.counted) + Self.stepLimit + Self.lateness
            guard due.deadline < deadline else {
                return violation(at: now, due.node, "it waits too long for the end of a step")
            }
            steps.append(Due(node: due.node, ticket: due.ticket, deadline: deadline))
        }
        return nil
    }

    /// From when on a wait counts.
    private func patience(with wait: Wait, from start: Duration) -> Duration {
        let isHeldUp = wait.locked != nil || wait.isSetAside
        return max(start, lastRing, isHeldUp ? counted : .zero)
    }
}
