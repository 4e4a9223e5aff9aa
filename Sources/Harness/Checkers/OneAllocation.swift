import BareMetal
import Compute
import Hardware
import Plans
import Undercloud
import World

/// An allocation has one node, a node one allocation, and none outlives its server.
///
/// A node names its allocation and the allocation its node, or neither does; and a server lets go
/// of an instance only together with the instance's allocation. Judged commit by commit.
public struct OneAllocation: Checker {
    public static let name: CheckerName = "one-allocation"

    private var store = AuthoritativeStore()
    /// All of these are looked up only, never gone through.
    private var claims: [NodeName: Identifier] = [:]
    private var grants: [Identifier: NodeName] = [:]
    private var instances: [ServerName: Identifier] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        var touched = Touched()
        for change in commit.changes { note(change, &touched) }
        for node in touched.nodes {
            guard let problem = problem(of: node) else { continue }
            return violation(at: commit.at, node.text, problem)
        }
        for allocation in touched.allocations {
            guard let problem = problem(of: allocation) else { continue }
            return violation(at: commit.at, allocation.text, problem)
        }
        for (server, instance) in touched.departures where grants[instance] != nil {
            return violation(
                at: commit.at, server.text, "its allocation \(instance) outlives its instance")
        }
        return nil
    }

    /// What one commit changed, in its order.
    private struct Touched {
        var nodes: [NodeName] = []
        var allocations: [Identifier] = []
        /// Servers that let go of an instance.
        var departures: [(ServerName, Identifier)] = []
    }

    private mutating func note(_ change: StoreCommit.Change, _ touched: inout Touched) {
        switch change.key.kind {
        case Node.kind:
            let name = NodeName(change.key.id)
            let next = change.written(Node.self)?.allocation
            guard claims[name] != next else { return }
            if let old = claims[name] { touched.allocations.append(old) }
            claims[name] = next
            touched.nodes.append(name)
        case Allocation.kind:
            let uuid = Identifier(text: change.key.id)
            let next = change.written(Allocation.self)?.node
            guard grants[uuid] != next else { return }
            if let old = grants[uuid] { touched.nodes.append(old) }
            grants[uuid] = next
            touched.allocations.append(uuid)
        case Server.kind:
            let name = ServerName(change.key.id)
            let next = change.written(Server.self)?.instance
            if let old = instances[name], old != next { touched.departures.append((name, old)) }
            instances[name] = next
        default: break
        }
    }

    private func problem(of node: NodeName) -> String? {
        guard let allocation = claims[node], grants[allocation] != node else { return nil }
        let other = grants[allocation].map { "has \($0)" } ?? "has no node"
        return "it is claimed by allocation \(allocation), which \(other)"
    }

    private func problem(of allocation: Identifier) -> String? {
        guard let node = grants[allocation], claims[node] != allocation else { return nil }
        let other = claims[node].map { "is claimed by \($0)" } ?? "is claimed by none"
        return "it has \(node), which \(other)"
    }
}
