import BareMetal
import Hardware
import Undercloud
import World

/// Work that a conductor was at when it died fails, and is not gone on with by whoever finds it:
/// nobody knows how far it was (Ironic's rule for a restart). Work of those that live is not taken
/// for such. A node that waits for its ramdisk goes on waiting, at the same step, and an abort
/// whose clearing away was broken off is not done.
public struct OrphanedWork: Checker {
    public static let name: CheckerName = "orphaned-work"

    private struct Sight {
        let state: ProvisionState
        let reservation: Reservation?
        let step: StepProgress?
        let verb: ProvisionVerb?
    }

    private var store = AuthoritativeStore()
    private var ring = ConductorRing.empty
    /// Looked up only, as the other.
    private var sights: [String: Sight] = [:]
    /// Nodes whose locks were broken in the middle of work, and the work.
    private var orphans: [String: ProvisionState] = [:]
    /// Nodes at rest, or waiting, that are taken over, as they were.
    private var taken: [String: Sight] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        for next in commit.written(ConductorRing.self) { ring = next }
        let isJudged = !commit.touches(Handover.kind) && commit.cause != .recovery
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = sights.updateValue(
                Sight(
                    state: node.provisionState, reservation: node.reservation, step: node.step,
                    verb: node.intent?.verb), forKey: node.id)
            guard isJudged, let old else {
                orphans[node.id] = nil
                taken[node.id] = nil
                continue
            }
            if let problem = follow(node, after: old) ?? rest(of: node, after: old, commit) {
                found = found ?? violation(at: commit.at, node.id, problem)
            }
        }
        return found
    }

    private mutating func follow(_ node: Node, after old: Sight) -> String? {
        if let lock = old.reservation, lock != node.reservation, !ring.isLiving(lock.term),
            node.reservation != nil, old.state.phase == .working, node.provisionState == old.state
        {
            orphans[node.id] = old.state
            return nil
        }
        guard let work = orphans[node.id] else { return nil }
        if node.provisionState == work {
            guard node.reservation == nil else { return nil }
            orphans[node.id] = nil
            return "its conductor died while \(work), and it was left as it was"
        }
        orphans[node.id] = nil
        guard !Self.hasFailed(node.provisionState, after: work) else { return nil }
        return "its conductor died while \(work), and it went on to '\(node.provisionState)'"
    }

    /// Whoever takes a node over that nobody was at work on leaves it as it is.
    private mutating func rest(of node: Node, after old: Sight, _ commit: StoreCommit) -> String? {
        guard let before = taken.removeValue(forKey: node.id) else {
            if node.reservation?.isFor(.takeover) == true,
                node.reservation != old.reservation, old.state.phase != .working
            {
                taken[node.id] = old
            }
            return nil
        }
        guard node.reservation == nil else {
            taken[node.id] = before
            return nil
        }
        if before.state.phase == .waiting || before.state.phase == .held {
            return node.provisionState == before.state && node.step == before.step
                ? nil : "its conductor died while it was '\(before.state)', and it waits no more"
        }
        let isDone = commit.written(Intent.self).contains {
            $0.node == node.name && $0.verb == .abort && $0.outcome == .done
        }
        return before.verb == .abort && isDone
            ? "its conductor died while it was cleared away, and that is taken for done" : nil
    }

    private static func hasFailed(_ state: ProvisionState, after work: ProvisionState) -> Bool {
        state.phase == .failed || state == .error || (work == .verifying && state == .enroll)
    }
}
