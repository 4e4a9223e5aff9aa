import BareMetal
import Hardware
import Undercloud
public import World

/// A change of power that an operator asks for is carried out, in its time and by one who has the
/// node locked, and no other is.
///
/// The node's record shows the change while it is under way (Ironic's `target_power_state`). One
/// that ended without an error did what was asked; one that failed had a cause. A guest is asked to
/// shut down only where an operator wants that.
public struct PowerAsAsked: Checker {
    public static let name: CheckerName = "power-as-asked"

    /// Longest that a change may take each way (`power_state_change_timeout`), and a guest to shut
    /// down (`soft_power_off_timeout`). Numbers of its own.
    static let change: Duration = .seconds(60)
    static let shutDown: Duration = .seconds(600)
    /// For the call that is under way at the end, and for the machine's turn to be switched on.
    static let lateness: Duration = .seconds(120)
    /// How long an operator goes on asking.
    static let insistence: Duration = .seconds(1800)
    /// How long a fault that is over still explains what failed.
    static let aftermath: Duration = .seconds(900)

    /// A change that is under way.
    private struct Change {
        let request: PowerRequest?
        let target: PowerState
        let began: Instant
        let error: String?
        var wasOff: Bool
    }

    private struct Due {
        let node: String
        let began: Instant
    }

    private var store = AuthoritativeStore()
    private var faults = FaultsInForce()
    /// All of these are looked up only.
    private var powered: Set<String> = []
    private var asked: [String: (request: PowerRequest, at: Instant)] = [:]
    /// Nodes whose guests operators wanted shut down: a slow controller is late with what it does.
    private var softly: Set<String> = []
    private var awaited: [String: (request: PowerRequest, at: Instant)] = [:]
    private var changes: [String: Change] = [:]
    private var dues = StayQueue<Due>()
    private var known: Set<String> = []
    private var upheavals = Upheavals()

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry):
            note(entry)
            return shutDown(by: entry)
        case .commit(let commit): return judge(commit)
        }
    }

    public mutating func finish(at end: Instant) -> Violation? {
        let forgotten = awaited.filter { end - $0.value.at > Self.insistence + Self.lateness }
            .keys.min()
        return forgotten.flatMap { node in
            awaited[node].map {
                violation(at: end, node, "'\($0.request)' was asked for, and never begun")
            }
        }
    }

    private mutating func note(_ entry: JournalEntry) {
        faults.note(entry)
        switch entry.event {
        case MachineEvent.power(let machine, let state):
            if state == .on {
                powered.insert(machine.text)
            } else {
                powered.remove(machine.text)
                changes[machine.text]?.wasOff = true
            }
        case OperatorEvent.powerAsked(let node, let request):
            asked[node.text] = (request, entry.at)
            if [.softOff, .softReboot].contains(request) { softly.insert(node.text) }
            awaited[node.text] = (request, entry.at)
        default: break
        }
    }

    private func shutDown(by entry: JournalEntry) -> Violation? {
        guard case MachineEvent.powerCommand(let machine, .softOff) = entry.event,
            !softly.contains(machine.text)
        else { return nil }
        return violation(
            at: entry.at, machine.text, "its guest is asked to shut down, and nobody asked for that"
        )
    }

    // MARK: Records

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        upheavals.note(commit)
        var found: Violation?
        for change in commit.changes(of: Node.kind) {
            guard let node = change.written(Node.self) else {
                changes[change.key.id] = nil
                continue
            }
            let isKnown = !known.insert(node.id).inserted
            guard let problem = follow(node, at: commit.at), isKnown, commit.cause != .recovery
            else { continue }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found ?? overdue(at: commit.at)
    }

    private mutating func follow(_ node: Node, at now: Instant) -> String? {
        guard let target = node.targetPower else {
            guard let change = changes.removeValue(forKey: node.id) else { return nil }
            return problem(with: change, endedOn: node, at: now)
        }
        guard changes[node.id] == nil else {
            return node.reservation == nil
                ? "its power is to become '\(target.rawValue)', and nobody has it locked" : nil
        }
        let request = asked[node.id].flatMap { $0.request.target == target ? $0.request : nil }
        changes[node.id] = Change(
            request: request, target: target, began: now, error: node.lastError,
            wasOff: !powered.contains(node.id))
        if request != nil { awaited[node.id] = nil }
        dues.append(Due(node: node.id, began: now))
        guard node.reservation != nil else {
            return "its power is to become '\(target.rawValue)', and nobody has it locked"
        }
        // The flow switches on servers' machines that went off by themselves.
        guard request == nil, target == .off else { return nil }
        return "its power is to become '\(target.rawValue)', and nobody asked for that"
    }

    private func problem(
        with change: Change, endedOn node: Node, at now: Instant
    ) -> String? {
        let name = change.request?.rawValue ?? "power \(change.target.rawValue)"
        if node.powerState != change.target, node.lastError == nil {
            return "'\(name)' ended without having been done, and nothing says why"
        }
        guard isCalm(node.id, since: change.began) else { return nil }
        if let error = node.lastError, error != change.error {
            return "'\(name)' failed though nothing was wrong: \(error)"
        }
        guard powered.contains(node.id) == (change.target == .on) else {
            return "'\(name)' ended, and its machine is not '\(change.target.rawValue)'"
        }
        let isRestart = change.request == .reboot || change.request == .softReboot
        return isRestart && !change.wasOff ? "'\(name)' ended, and its machine was never off" : nil
    }

    private func isCalm(_ node: String, since began: Instant) -> Bool {
        guard upheavals.last < began, let quiet = faults.quietSince(node) else { return false }
        return quiet == .epoch || began - quiet > Self.aftermath
    }

    // MARK: Time

    private static func limit(of request: PowerRequest?) -> Duration {
        switch request {
        case .on?, .off?, nil: change + lateness
        case .reboot?: change * 2 + lateness
        case .softOff?: shutDown + lateness
        case .softReboot?: shutDown + change + lateness
        }
    }

    private mutating func overdue(at now: Instant) -> Violation? {
        while let due = dues.first, now - due.began > Self.change + Self.lateness {
            dues.removeFirst()
            guard let change = changes[due.node], change.began <= due.began else { continue }
            let limit = Self.limit(of: change.request)
            guard now - max(change.began, upheavals.last) > limit else {
                dues.append(Due(node: due.node, began: now))
                continue
            }
            return violation(
                at: now, due.node,
                "its power has been to become '\(change.target.rawValue)' for "
                    + (now - change.began).shortText)
        }
        return nil
    }
}
