import BareMetal
import Hardware
public import World

/// No intent is lost: what was accepted is done, has failed with a reason, or is still under way.
///
/// An intent is written so that it survives a loss of power. It neither disappears before it is
/// closed nor opens again; a node ends its work only together with its intent, and fails with a
/// reason, which counts as one failure more; and what a store promised to keep it still has after
/// it recovered.
public struct NoLostIntent: Checker {
    public static let name: CheckerName = "no-lost-intent"

    private struct Work {
        var state: ProvisionState
        var intent: Identifier?
        var failures: Int
        /// Whether it was to be aborted after its step.
        var isToAbort: Bool
    }

    private struct Written: Hashable {
        let store: StoreName
        let key: DocumentKey
    }

    private var store = AuthoritativeStore()
    /// Those under way, each with its place among all that were opened. Looked up only, as the
    /// others below; the oldest is found by its place.
    private var open: [Identifier: (place: Int, intent: Intent)] = [:]
    private var lastPlace = 0
    private var closed: Set<Identifier> = []
    private var work: [String: Work] = [:]
    /// Documents whose last write no store promised to keep: signs of life, a handful.
    private var unpromised: Set<Written> = []
    private var unpromisedKinds: Set<DocumentKind> = []
    private var promises: [StoreName: Revision] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            let broken = notePromise(commit)
            guard store.includes(commit) else { return broken }
            let found = judge(commit)
            return commit.cause == .recovery ? broken : found
        case .entry(let entry):
            guard let event = entry.event as? StoreEvent,
                case .recovered(let name, let revision) = event,
                let promise = promises.updateValue(revision, forKey: name), promise > revision
            else { return nil }
            return violation(
                at: entry.at, name.text,
                "it came back with \(revision), but had promised to keep \(promise)")
        }
    }

    public mutating func finish(at end: Instant) -> Violation? {
        guard let (_, intent) = open.values.min(by: { $0.place < $1.place }) else { return nil }
        return violation(
            at: end, intent.node.text,
            "'\(intent.verb)' was accepted as \(intent.id) and never answered")
    }

    /// - Returns: the promise that a recovery broke.
    private mutating func notePromise(_ commit: StoreCommit) -> Violation? {
        if commit.cause == .transaction(.durable) { promises[commit.store] = commit.revision }
        var lost: DocumentKey?
        for index in commit.changes.indices {
            let key = commit.changes[index].key
            switch commit.cause {
            case .transaction(.relaxed):
                unpromisedKinds.insert(key.kind)
                unpromised.insert(Written(store: commit.store, key: key))
            case .transaction(.durable) where !unpromisedKinds.contains(key.kind): continue
            case .transaction(.durable): unpromised.remove(Written(store: commit.store, key: key))
            case .recovery where !unpromised.contains(Written(store: commit.store, key: key)):
                lost = lost ?? key
            case .recovery: continue
            }
        }
        return lost.map {
            violation(
                at: commit.at, $0.description,
                "store \(commit.store) had promised to keep it, and came back with less")
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        var found: Violation?
        for change in commit.changes(of: Intent.kind) {
            if let problem = follow(change, because: commit.cause) {
                found = found ?? violation(at: commit.at, change.key.id, problem)
            }
        }
        for node in commit.written(Node.self) {
            if let problem = follow(node) {
                found = found ?? violation(at: commit.at, node.id, problem)
            }
        }
        return found
    }

    private mutating func follow(
        _ change: StoreCommit.Change, because cause: StoreCommit.Cause
    ) -> String? {
        let id = Identifier(text: change.key.id)
        guard let intent = change.written(Intent.self) else {
            guard change.isDeletion, let (_, lost) = open.removeValue(forKey: id) else {
                return nil
            }
            return "'\(lost.verb)' of \(lost.node) was deleted while it was under way"
        }
        if intent.outcome == .underWay {
            guard cause == .recovery || !closed.contains(id) else {
                return "'\(intent.verb)' of \(intent.node) was answered and is under way again"
            }
            if cause == .transaction(.relaxed) {
                return "'\(intent.verb)' of \(intent.node) was accepted, but may yet be forgotten"
            }
            closed.remove(id)
            reopen(id, intent)
        } else {
            open[id] = nil
            closed.insert(id)
        }
        return nil
    }

    /// One that is open already keeps its place.
    private mutating func reopen(_ id: Identifier, _ intent: Intent) {
        lastPlace += 1
        open[id] = (open[id]?.place ?? lastPlace, intent)
    }

    /// Looks at a node after the transaction's intents were followed.
    private mutating func follow(_ node: Node) -> String? {
        let old = work[node.id]
        work[node.id] = Work(
            state: node.provisionState, intent: node.intent?.identifier, failures: node.failures,
            isToAbort: node.step?.isToAbort ?? false)
        if let intent = node.intent, open[intent.identifier] == nil {
            return closed.contains(intent.identifier)
                ? "it works on '\(intent.verb)', which was answered"
                : "it works on '\(intent.verb)', whose intent was never written down"
        }
        if let old, old.state != node.provisionState, node.provisionState.phase == .failed,
            let problem = unsaid(of: node, failedIn: old)
        {
            return "it went from '\(old.state)' to '\(node.provisionState)', and \(problem)"
        }
        guard let old, let intent = old.intent, open[intent] != nil else { return nil }
        if node.intent?.identifier != intent { return "it dropped intent \(intent) unanswered" }
        // What is held goes on once an operator says so.
        guard old.state.isTransient, !node.provisionState.isTransient,
            node.provisionState.phase != .held
        else { return nil }
        return "it went from '\(old.state)' to '\(node.provisionState)' with intent \(intent) open"
    }

    /// What a failure leaves out: why, and that it is one more in a row, by which the next try is
    /// put off. An abort is none.
    private func unsaid(of node: Node, failedIn old: Work) -> String? {
        if (node.lastError ?? "").isEmpty { return "nothing says why" }
        if old.isToAbort || node.intent?.verb == .abort { return nil }
        return node.failures > old.failures ? nil : "that does not count as a failure"
    }
}
