import BareMetal
import Hardware
import Undercloud
import World

/// A node's lock has one holder.
///
/// It goes from one to another only when it was free in between, or when the term of the old
/// holder's conductor is over. No lock is taken in a term that is over, and a node that was locked
/// in one is changed by nobody but who locks it anew: a deposed holder writes nothing, not even
/// that it is done. A node changes its provision state only under a lock, and whoever ends or hands
/// over its work gives the lock back in the same moment.
public struct OneLockHolder: Checker {
    public static let name: CheckerName = "one-lock-holder"

    private struct Sight {
        var state: ProvisionState
        var reservation: Reservation?
        var intent: Identifier?
    }

    private var store = AuthoritativeStore()
    /// Looked up only.
    private var sights: [String: Sight] = [:]
    private var ring = ConductorRing.empty

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        for next in commit.written(ConductorRing.self) { ring = next }
        let isHandover = commit.touches(Handover.kind)
        var found: Violation?
        for node in commit.written(Node.self) {
            if let problem = look(at: node, handedOver: isHandover) {
                found = found ?? violation(at: commit.at, node.id, problem)
            }
        }
        return found
    }

    private mutating func look(at node: Node, handedOver: Bool) -> String? {
        let old = sights[node.id]
        sights[node.id] = Sight(
            state: node.provisionState, reservation: node.reservation,
            intent: node.intent?.identifier)
        guard let old else { return nil }
        let late = handedOver ? nil : lateness(of: node, reservedBy: old.reservation)
        return late ?? problem(from: old, to: node)
    }

    /// What is written over a lock of a term that is over breaks that lock. A handover alone copies
    /// it as it is.
    private func lateness(of node: Node, reservedBy old: Reservation?) -> String? {
        guard let old, !ring.isLiving(old.term) else { return nil }
        if let new = node.reservation, ring.isLiving(new.term) { return nil }
        let now = node.reservation.map { "locked by \($0)" } ?? "unlocked"
        return "it was locked by \(old), whose term is over, and is written and \(now)"
    }

    /// A step that waits for so many seconds keeps the lock meanwhile, as in Ironic.
    private static func waitsForTime(_ node: Node) -> Bool {
        guard node.provisionState.phase == .waiting, let plan = node.step?.plan else {
            return false
        }
        return plan.steps.contains { $0.reserved == .wait && $0.arguments["seconds"] != nil }
    }

    private func problem(from old: Sight, to node: Node) -> String? {
        if let new = node.reservation, new != old.reservation {
            if let holder = old.reservation, ring.isLiving(holder.term) {
                return "\(new) took the lock that \(holder) held"
            }
            if !ring.isLiving(new.term) {
                return "\(new) took the lock, and no conductor is in \(new.term)"
            }
        }
        if old.intent != nil, node.intent == nil, let kept = node.reservation {
            return "what was asked of it is over, and \(kept) kept its lock"
        }
        guard node.provisionState != old.state else { return nil }
        switch (old.reservation, node.reservation) {
        case (nil, nil):
            return "it went from '\(old.state)' to '\(node.provisionState)' without a lock"
        case (let before?, let after?) where before == after:
            guard node.provisionState.phase != .working, !Self.waitsForTime(node) else {
                return nil
            }
            return "it went from '\(old.state)' to '\(node.provisionState)', "
                + "and \(after) kept its lock"
        default: return nil
        }
    }
}
