import BareMetal
import Compute
import Hardware
import Undercloud
import World

/// At most one leader acts.
///
/// Terms only grow, over the seed's and the undercloud's stores together, and each has one holder.
/// A store whose state is being handed over is not worked on any more.
public struct OneLeader: Checker {
    public static let name: CheckerName = "one-leader"

    private static let workKinds = [Node.kind, Server.kind, Intent.kind]

    private var store = AuthoritativeStore()
    private var leadership: Leadership?
    /// The store whose state is, or was, handed over.
    private var frozen: StoreName?

    /// When the current holder began its last renewal at the latest, as its commits show.
    private var lastBeat: Instant?

    /// Longest that whoever showed a sign of life may act, and a controller carry out what it was
    /// told last: 20 s each, less what clocks differ by.
    private static let certainValidity: Duration = .seconds(38)

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation else { return nil }
        _ = store.includes(commit)
        if commit.store == frozen, let problem = problemAfterFreeze(commit) {
            return violation(at: commit.at, commit.store.text, problem)
        }
        for next in commit.written(Leadership.self) {
            if let problem = problem(with: next) ?? prematureTakeover(by: next, at: commit.at) {
                return violation(at: commit.at, commit.store.text, problem)
            }
            if leadership != next { lastBeat = nil }
            leadership = next
        }
        // A beat that a store's recovery brings back is none that its writer gave.
        let isGiven = commit.cause != .recovery
        if isGiven, !commit.written(LeaseBeat.self).isEmpty { lastBeat = commit.at }
        for cloud in commit.written(Cloud.self) where cloud.stage == .handingOver {
            frozen = commit.store
        }
        return nil
    }

    private mutating func problemAfterFreeze(_ commit: StoreCommit) -> String? {
        for change in commit.changes where Self.workKinds.contains(change.key.kind) {
            return "\(change.key) changed after the state was handed over"
        }
        for cloud in commit.written(Cloud.self) where cloud.stage == .seed {
            guard store.name == commit.store else {
                return "its state was taken back after another store had it"
            }
            frozen = nil
        }
        return nil
    }

    private func problem(with next: Leadership) -> String? {
        guard let current = leadership, next != current else { return nil }
        if next.term == current.term {
            return "\(next.term) has two holders: \(Self.text(current)) and \(Self.text(next))"
        }
        guard next.term < current.term else { return nil }
        return "\(next.term) of \(Self.text(next)) came after \(current.term)"
    }

    /// A holder that renewed its lease a moment ago may still act, whatever others believe.
    private func prematureTakeover(by next: Leadership, at now: Instant) -> String? {
        guard let current = leadership, let old = current.holder, let new = next.holder,
            old != new, let lastBeat, now - lastBeat < Self.certainValidity
        else { return nil }
        return "\(new) began \(next.term) \((now - lastBeat).shortText) after \(old) had renewed"
    }

    private static func text(_ leadership: Leadership) -> String {
        leadership.holder?.text ?? "nobody"
    }
}
