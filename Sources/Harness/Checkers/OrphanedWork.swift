import BareMetal
import Hardware
import Undercloud
import World

/// Work that a conductor was at when it died fails, and is not gone on with by whoever finds it:
/// nobody knows how far it was (Ironic's rule for a restart). Work of those that live is not taken
/// for such.
public struct OrphanedWork: Checker {
    public static let name: CheckerName = "orphaned-work"

    private struct Sight {
        let state: ProvisionState
        let reservation: Reservation?
    }

    private var store = AuthoritativeStore()
    private var ring = ConductorRing.empty
    /// Looked up only, as the other.
    private var sights: [String: Sight] = [:]
    /// Nodes whose locks were broken in the middle of work, and the work.
    private var orphans: [String: ProvisionState] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        for next in commit.written(ConductorRing.self) { ring = next }
        let isJudged = !commit.touches(Handover.kind) && commit.cause != .recovery
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = sights.updateValue(
                Sight(state: node.provisionState, reservation: node.reservation), forKey: node.id)
            guard isJudged, let old else {
                orphans[node.id] = nil
                continue
            }
            if let problem = follow(node, after: old) {
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

    private static func hasFailed(_ state: ProvisionState, after work: ProvisionState) -> Bool {
        state.phase == .failed || state == .error || (work == .verifying && state == .enroll)
    }
}
