import BareMetal
import Hardware
public import World

/// No intent is lost: what was accepted is done, has failed with a reason, or is still under way.
///
/// An intent is written so that it survives a loss of power. It neither disappears before it is
/// closed nor opens again; a node ends its work only together with its intent, and fails with a
/// reason; and what a store promised to keep it still has after it recovered.
public struct NoLostIntent: Checker {
    public static let name: CheckerName = "no-lost-intent"

    private struct Work {
        var state: ProvisionState
        var intent: Identifier?
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
    /// Documents whose last write a store promised to keep.
    private var promised: Set<Written> = []
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
        for key in commit.changes.map(\.key) {
            let written = Written(store: commit.store, key: key)
            switch commit.cause {
            case .transaction(.durable): promised.insert(written)
            case .transaction(.relaxed): promised.remove(written)
            case .recovery: if promised.contains(written) { lost = lost ?? key }
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
        for change in commit.changes where change.key.kind == Intent.kind {
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
        work[node.id] = Work(state: node.provisionState, intent: node.intent?.identifier)
        if let intent = node.intent, open[intent.identifier] == nil {
            return closed.contains(intent.identifier)
                ? "it works on '\(intent.verb)', which was answered"
                : "it works on '\(intent.verb)', whose intent was never written down"
        }
        if let old, old.state != node.provisionState, node.provisionState.phase == .failed,
            (node.lastError ?? "").isEmpty
        {
            return "it went from '\(old.state)' to '\(node.provisionState)', and nothing says why"
        }
        guard let old, let intent = old.intent, open[intent] != nil else { return nil }
        if node.intent?.identifier != intent { return "it dropped intent \(intent) unanswered" }
        // What is held goes on once an operator says so.
        guard old.state.isTransient, !node.provisionState.isTransient,
            node.provisionState.phase != .held
        else { return nil }
        return "it went from '\(old.state)' to '\(node.provisionState)' with intent \(intent) open"
    }
}
