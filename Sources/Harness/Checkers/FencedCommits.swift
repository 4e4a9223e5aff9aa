import BareMetal
import Compute
import Hardware
import Orchestration
import Undercloud
import World

/// What a conductor or a leader writes rests on its right to write it, so that the store refuses
/// what comes after its term.
///
/// A change of a node rests on the node as it was read. One under a lock, or that takes or gives
/// one back, rests on the registration of the conductor in whose term the lock is, and taking a
/// lock on the ring too; any other change of a node rests on a registration or on the leadership.
/// Servers, stacks and the ring rest on the leadership, and a sign of life on the term it is given
/// in. Who leaves the ring loses its registration in the same transaction, and a registration is
/// changed only by somebody who has read it.
public struct FencedCommits: Checker {
    public static let name: CheckerName = "fenced-commits"

    private static let leadership = DocumentKey(
        kind: Leadership.kind, id: Leadership.onlyID)
    private static let ring = DocumentKey(kind: ConductorRing.kind, id: ConductorRing.onlyID)

    private var store = AuthoritativeStore()
    /// Looked up only, as the others.
    private var terms: [DocumentKey: Term] = [:]
    /// All terms that were ever given to somebody whose registration was seen.
    private var given: Set<Term> = []
    private var locks: [String: Reservation] = [:]
    private var known: Set<String> = []
    /// Registrations that have been written.
    private var seats: Set<DocumentKey> = []

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        // A state that is handed over, or that a store comes back with, is nobody's change.
        let isJudged = !commit.touches(Handover.kind) && commit.cause != .recovery
        let found = isJudged ? judge(commit) : nil
        note(commit)
        return found ?? (isJudged ? openEnd(of: commit) : nil)
    }

    private mutating func note(_ commit: StoreCommit) {
        // Registrations do not move with the state.
        if commit.touches(Handover.kind) { seats = [] }
        for change in commit.changes(of: ConductorRegistration.kind) {
            seats.insert(change.key)
            terms[change.key] = change.written(ConductorRegistration.self)?.term
            if let term = terms[change.key] { given.insert(term) }
        }
        for node in commit.written(Node.self) {
            known.insert(node.id)
            locks[node.id] = node.reservation
        }
    }

    /// A term that is over, and in which could still be written.
    private func openEnd(of commit: StoreCommit) -> Violation? {
        guard let ring = commit.written(ConductorRing.self).last else { return nil }
        let open = terms.filter { !ring.isLiving($0.value) }.keys.map(\.id).min()
        return open.map {
            violation(at: commit.at, $0, "it is out of the ring, and its registration is open")
        }
    }

    private func judge(_ commit: StoreCommit) -> Violation? {
        for change in commit.changes {
            if let problem = problem(with: change, in: commit) {
                return violation(at: commit.at, change.key.id, problem)
            }
        }
        return nil
    }

    private func problem(with change: StoreCommit.Change, in commit: StoreCommit) -> String? {
        switch change.key.kind {
        case Node.kind: return change.written(Node.self).flatMap { problem(with: $0, in: commit) }
        case Server.kind, ConductorRing.kind, StackRecord.kind, ResourceRecord.kind,
            StackRequest.kind, SoftwareDeploymentRecord.kind:
            if commit.restsOn(Self.leadership) { return nil }
            return "its change rests on nobody's leadership"
        case ConductorRegistration.kind:
            if !seats.contains(change.key) || commit.restsOn(change.key) { return nil }
            return "its registration was changed by somebody who had not read it"
        case ConductorBeat.kind:
            guard let beat = change.written(ConductorBeat.self),
                !restsOn(beat.term, commit)
            else { return nil }
            return "a sign of life in \(beat.term) does not rest on it"
        default: return nil
        }
    }

    private func problem(with node: Node, in commit: StoreCommit) -> String? {
        guard known.contains(node.id) else { return nil }
        guard commit.restsOn(DocumentKey(kind: Node.kind, id: node.id)) else {
            return "its change does not rest on what it was"
        }
        let (old, new) = (locks[node.id], node.reservation)
        guard let lock = new ?? old else {
            if commit.restsOn(Self.leadership) || restsOnRegistration(commit) { return nil }
            return "its change rests on nobody's term"
        }
        guard given.contains(lock.term) else { return nil }
        guard restsOn(lock.term, commit) else {
            return "\(lock) changed it, and that does not rest on \(lock.term)"
        }
        guard new == nil || new == old || commit.restsOn(Self.ring) else {
            return "\(lock) took its lock, and that does not rest on the ring"
        }
        return nil
    }

    /// Whether a commit rests on the registration of the conductor that has a term.
    private func restsOn(_ term: Term, _ commit: StoreCommit) -> Bool {
        commit.conditions.contains { terms[$0.key] == term && commit.restsOn($0.key) }
    }

    private func restsOnRegistration(_ commit: StoreCommit) -> Bool {
        commit.conditions.contains { terms[$0.key] != nil && commit.restsOn($0.key) }
    }
}
