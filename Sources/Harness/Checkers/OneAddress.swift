import Hardware
import Networks
import Undercloud
import World

/// An address of the provisioning network is lent to one interface, for good.
///
/// No two leases have one slot, the count of slots that were lent never goes back and covers every
/// lease, and a handover keeps both. Two machines with one address would answer for each other.
public struct OneAddress: Checker {
    public static let name: CheckerName = "one-address"

    private var store = AuthoritativeStore()
    /// Both are looked up only, but for the one moment of a handover.
    private var slots: [String: Int] = [:]
    private var holders: [Int: String] = [:]
    /// The first slot never lent.
    private var next = 0

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        guard commit.cause != .recovery else {
            forget(commit)
            return nil
        }
        var found = commit.touches(Handover.kind) ? problemWithHandover(commit) : nil
        for cursor in commit.written(AddressCursor.self) {
            if cursor.next < next {
                found =
                    found
                    ?? violation(
                        at: commit.at, cursor.id,
                        "\(next) addresses had been lent, and \(cursor.next) are counted now")
            }
            next = cursor.next
        }
        for change in commit.changes(of: AddressLease.kind) {
            guard let problem = judge(change) else { continue }
            found = found ?? violation(at: commit.at, change.key.id, problem)
        }
        return found
    }

    private mutating func judge(_ change: StoreCommit.Change) -> String? {
        let id = change.key.id
        guard let lease = change.written(AddressLease.self) else {
            guard change.isDeletion, let slot = release(id) else { return nil }
            return "its address \(slot) was taken back"
        }
        let (old, other) = (release(id), holders[lease.slot])
        slots[id] = lease.slot
        holders[lease.slot] = id
        if let other { return "address \(lease.slot) was lent to it and to \(other)" }
        if let old, old != lease.slot { return "its address was \(old) and became \(lease.slot)" }
        guard lease.slot >= next else { return nil }
        return "address \(lease.slot) was lent to it, and only \(next) are counted as lent"
    }

    private func problemWithHandover(_ commit: StoreCommit) -> Violation? {
        let kept = Set(commit.written(AddressLease.self).map(\.id))
        if let lost = slots.keys.filter({ !kept.contains($0) }).min() {
            return violation(at: commit.at, lost, "its address was not handed over")
        }
        guard next > 0, !commit.touches(AddressCursor.kind) else { return nil }
        return violation(
            at: commit.at, AddressCursor.onlyID, "the count of addresses was not handed over")
    }

    /// Follows a store to what it came back with.
    private mutating func forget(_ commit: StoreCommit) {
        for change in commit.changes {
            if change.key.kind == AddressLease.kind {
                _ = release(change.key.id)
                guard let lease = change.written(AddressLease.self) else { continue }
                slots[change.key.id] = lease.slot
                holders[lease.slot] = change.key.id
            } else if change.key.kind == AddressCursor.kind {
                next = change.written(AddressCursor.self)?.next ?? 0
            }
        }
    }

    /// - Returns: the slot the interface had.
    private mutating func release(_ id: String) -> Int? {
        guard let slot = slots.removeValue(forKey: id) else { return nil }
        if holders[slot] == id { holders[slot] = nil }
        return slot
    }
}
