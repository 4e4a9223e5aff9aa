import BareMetal
import Compute
import Hardware
import Plans
import Undercloud
import World

/// A node has at most one owner and one instance.
///
/// No two servers have one node, no server has instances on two nodes, and an instance gives way
/// to another only once it was cleared. Judged by what is committed to the authoritative store.
public struct OneOwner: Checker {
    public static let name: CheckerName = "one-owner"

    private var store = AuthoritativeStore()
    /// All of these are looked up only, never gone through.
    private var instances: [NodeName: Instance] = [:]
    private var nodesOfOwners: [String: NodeName] = [:]
    private var nodesOfServers: [ServerName: NodeName] = [:]
    private var serversOnNodes: [NodeName: ServerName] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        // What a transaction takes away is taken before what it gives: it is all one moment.
        for change in commit.changes { release(change, because: commit.cause) }
        for change in commit.changes {
            if let violation = claim(change, at: commit.at) { return violation }
        }
        return nil
    }

    /// An instance is held until it is cleared; a store that lost it with its memory cleared it
    /// too.
    private mutating func release(_ change: StoreCommit.Change, because cause: StoreCommit.Cause) {
        if change.key.kind == Node.kind {
            let node = NodeName(change.key.id)
            guard let old = instances[node],
                cause == .recovery || change.written(Node.self)?.instance == nil
            else { return }
            instances[node] = nil
            if nodesOfOwners[old.owner] == node { nodesOfOwners[old.owner] = nil }
        } else if change.key.kind == Server.kind {
            let server = ServerName(change.key.id)
            guard let old = nodesOfServers[server], change.written(Server.self)?.node != old else {
                return
            }
            nodesOfServers[server] = nil
            if serversOnNodes[old] == server { serversOnNodes[old] = nil }
        }
    }

    private mutating func claim(_ change: StoreCommit.Change, at time: Instant) -> Violation? {
        if let node = change.written(Node.self), let instance = node.instance {
            return claim(node.name, instance, at: time)
        }
        if let server = change.written(Server.self), let node = server.node {
            return claim(server.name, node, at: time)
        }
        return nil
    }

    private mutating func claim(
        _ node: NodeName, _ instance: Instance, at time: Instant
    ) -> Violation? {
        if let old = instances[node], old.id != instance.id || old.owner != instance.owner {
            return violation(
                at: time, node.text,
                "instance \(old.id) of \(old.owner) was replaced by \(instance.id) of "
                    + "\(instance.owner) without having been cleared")
        }
        if let other = nodesOfOwners[instance.owner], other != node {
            return violation(
                at: time, node.text, "\(instance.owner) already has an instance on \(other)")
        }
        if let server = serversOnNodes[node], server.text != instance.owner {
            return violation(
                at: time, node.text,
                "it got an instance of \(instance.owner) while it belongs to \(server)")
        }
        instances[node] = instance
        nodesOfOwners[instance.owner] = node
        return nil
    }

    private mutating func claim(
        _ server: ServerName, _ node: NodeName, at time: Instant
    ) -> Violation? {
        if let other = serversOnNodes[node], other != server {
            return violation(at: time, node.text, "both \(other) and \(server) have it")
        }
        if let instance = instances[node], instance.owner != server.text {
            return violation(
                at: time, node.text,
                "it was given to \(server) while it carries an instance of \(instance.owner)")
        }
        serversOnNodes[node] = server
        nodesOfServers[server] = node
        return nil
    }
}
