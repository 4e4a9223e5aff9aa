import BareMetal
import Hardware
import Undercloud
import World

/// A node's lock has one holder.
///
/// It goes from one to another only when it was free in between, or when the old holder's term is
/// over. No lock is taken in a term that is over. A node changes its provision state only under a
/// lock, and whoever ends or hands over its work gives the lock back in the same moment.
public struct OneLockHolder: Checker {
    public static let name: CheckerName = "one-lock-holder"

    private struct Sight {
        var state: ProvisionState
        var reservation: Reservation?
        /// The newest term a lock on the node was taken in.
        var newestTerm: Term?
    }

    private var store = AuthoritativeStore()
    /// Looked up only.
    private var sights: [String: Sight] = [:]
    private var term: Term?

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        for change in commit.changes {
            if let leadership = change.written(Leadership.self) { term = leadership.term }
        }
        var found: Violation?
        for node in commit.written(Node.self) {
            if let problem = look(at: node) {
                found = found ?? violation(at: commit.at, node.id, problem)
            }
        }
        return found
    }

    private mutating func look(at node: Node) -> String? {
        guard let old = sights[node.id] else {
            sights[node.id] = Sight(
                state: node.provisionState, reservation: node.reservation,
                newestTerm: node.reservation?.term)
            return nil
        }
        sights[node.id] = Sight(
            state: node.provisionState, reservation: node.reservation,
            newestTerm: node.reservation?.term ?? old.newestTerm)
        return problem(from: old, to: node)
    }

    private func problem(from old: Sight, to node: Node) -> String? {
        if let new = node.reservation, new != old.reservation {
            if let holder = old.reservation, holder.term >= new.term {
                return "\(new) took the lock that \(holder) held"
            }
            if let newest = old.newestTerm, new.term < newest {
                return "\(new) took the lock after it had been held in \(newest)"
            }
            if let term, new.term < term { return "\(new) took the lock in \(term)" }
        }
        guard node.provisionState != old.state else { return nil }
        switch (old.reservation, node.reservation) {
        case (nil, nil):
            return "it went from '\(old.state)' to '\(node.provisionState)' without a lock"
        case (let before?, let after?) where before == after:
            guard node.provisionState.phase != .working else { return nil }
            return "it went from '\(old.state)' to '\(node.provisionState)', "
                + "and \(after) kept its lock"
        default: return nil
        }
    }
}
