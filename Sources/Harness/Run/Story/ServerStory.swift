import Compute
import OrderedCollections
import Plans
import Undercloud
import World

/// What is worth telling of servers: that they are up, lose their machines, and heal.
struct ServerStory {
    /// One change of one server.
    struct Change {
        let server: ServerName
        let from: ServerState
        let to: ServerState
        let node: String?
        let reason: String?
    }

    private enum Standing {
        case up
        /// It had been up until then.
        case lost(since: Instant)
    }

    /// The role of each server there may be.
    private let roles: OrderedDictionary<ServerName, RoleName>
    private var standings: [ServerName: Standing] = [:]
    /// When something last went wrong with a machine.
    private var faults: [String: Instant] = [:]
    private(set) var up = 0

    init(roles: OrderedDictionary<ServerName, RoleName>) { self.roles = roles }

    var planned: Int { roles.count }

    mutating func note(faultOn machine: String, at time: Instant) { faults[machine] = time }

    mutating func tell(_ change: Change, at time: Instant) -> Occurrence? {
        let old = standings[change.server]
        if case .up = old, change.to != .active { up -= 1 }
        switch change.to {
        case .active:
            standings[change.server] = .up
            up += 1
            if case .lost(let since) = old { return healed(change, after: time - since) }
            return arrived(change)
        case .evicting:
            if case .up = old {
                let cause = change.node.flatMap { faults[$0] }
                standings[change.server] = .lost(since: cause ?? time)
                return taken(change)
            }
            return old == nil ? retried(change) : nil
        case .deploying:
            if case .lost = old { return moved(change) }
            return nil
        case .unplaced:
            if case .up = old { standings[change.server] = .lost(since: time) }
            return old == nil && change.from == .deploying ? retried(change) : nil
        case .error: return failed(change)
        case .starting, .deleting: return nil
        }
    }

    private func arrived(_ change: Change) -> Occurrence {
        told(.serverUp, change, "is up on \(node(change))") { "\($0) servers are up" }
    }

    private func taken(_ change: Change) -> Occurrence {
        told(
            .serverTaken, change, "is taken from \(node(change)): \(reason(change))"
        ) { "\($0) servers are taken from their machines, the last: \(reason(change))" }
    }

    private func moved(_ change: Change) -> Occurrence {
        told(
            .serverMoved, change,
            "gets \(node(change)), now that its old machine is known to be off"
        ) { "\($0) servers get other machines, now that the old ones are known to be off" }
    }

    private func healed(_ change: Change, after time: Duration) -> Occurrence {
        told(
            .serverHealed, change, "is up on \(node(change)), healed after \(time.clockText)"
        ) { "\($0) servers are up again, the last healed after \(time.clockText)" }
    }

    private func retried(_ change: Change) -> Occurrence {
        told(
            .serverRetried, change, "needs another machine than \(node(change)): \(reason(change))"
        ) { "\($0) servers need another machine than their first, the last: \(reason(change))" }
    }

    private func failed(_ change: Change) -> Occurrence {
        told(.serverFailed, change, "fails: \(reason(change))") { "\($0) servers fail" }
    }

    private func told(
        _ kind: StoryEntry.Kind, _ change: Change, _ one: String,
        _ many: @escaping (Int) -> String
    ) -> Occurrence {
        let role = roles[change.server]?.text ?? ""
        return Occurrence(
            kind: kind, subject: change.server.text, text: "\(change.server) \(one)",
            fold: Occurrence.Fold(group: role) { "\(role): \(many($0))" })
    }

    private func node(_ change: Change) -> String { change.node ?? "its machine" }
    private func reason(_ change: Change) -> String { change.reason ?? "no reason was given" }
}
