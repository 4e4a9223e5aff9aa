import BareMetal
import Compute
import Hardware
import Plans
import World

/// The nodes and servers as the flow read them last, and where something may come of a look.
///
/// Tens of thousands of them are looked at every few seconds, and few have changed. What a look
/// needs of each lies together in a line; the document itself is looked at only where its own
/// change, its machine's, or the passing of time may call for something.
struct FlowBoard {
    /// What a node may be asked for as it is, once it has been so for long enough.
    enum Prospect: Sendable, Hashable {
        case nothing
        /// Whether its controller is there, which takes a moment only.
        case controller
        case ramdisk
    }

    /// How long nothing comes of a server while neither it nor its node changes.
    enum Rest: Sendable, Hashable {
        case none
        case until(Instant)
        case untilChange
    }

    private struct NodeLine {
        let sight: NodeSight
        let since: Instant
        var prospect: Prospect
    }

    private struct ServerLine {
        let state: ServerState
        let since: Instant
        var rest: Rest
    }

    private(set) var nodes = DocumentMirror<Node>()
    private(set) var servers = DocumentMirror<Server>()
    /// In the nodes' order, and in the servers'.
    private var nodeLines: [NodeLine] = []
    private var serverLines: [ServerLine] = []
    /// Which servers name a node, commonly one. Looked up only.
    private var holders: [NodeName: [ServerName]] = [:]

    // MARK: Changes

    /// Takes note of a server that has changed. One in a new state has been so from now on.
    mutating func take(_ change: DocumentChange<Server>, now: Instant) {
        let place = servers.place(of: change.id)
        let old = place.map { servers.documents[$0] }
        let known = place.map { serverLines[$0] }
        let effect = servers.take(change)
        if let server = change.document {
            let since = known.flatMap { $0.state == server.state ? $0.since : nil } ?? now
            let line = ServerLine(state: server.state, since: since, rest: .none)
            serverLines.follow(effect, with: line)
        } else {
            serverLines.follow(effect, with: nil)
        }
        guard old?.node != change.document?.node else { return }
        if let old, let node = old.node { release(node, from: old.name) }
        if let new = change.document, let node = new.node { give(node, to: new.name) }
    }

    /// Takes note of a node that has changed. One in a new state has been so from now on.
    mutating func take(_ change: DocumentChange<Node>, now: Instant) {
        let known = nodes.place(of: change.id).map { nodeLines[$0] }
        let effect = nodes.take(change)
        if let node = change.document {
            let sight = NodeSight(node)
            let since = known.flatMap { $0.sight == sight ? $0.since : nil } ?? now
            let line = NodeLine(sight: sight, since: since, prospect: prospect(of: node))
            nodeLines.follow(effect, with: line)
        } else {
            nodeLines.follow(effect, with: nil)
        }
        for holder in holders[NodeName(change.id)] ?? [] {
            guard let place = servers.place(of: holder.text) else { continue }
            serverLines[place].rest = .none
        }
    }

    private mutating func release(_ node: NodeName, from server: ServerName) {
        holders[node]?.removeAll { $0 == server }
        if holders[node]?.isEmpty == true { holders[node] = nil }
        lookAgain(at: node)
    }

    private mutating func give(_ node: NodeName, to server: ServerName) {
        holders[node, default: []].append(server)
        lookAgain(at: node)
    }

    /// What may be asked of a node changes with whether a server has it.
    private mutating func lookAgain(at node: NodeName) {
        guard let place = nodes.place(of: node.text) else { return }
        nodeLines[place].prospect = prospect(of: nodes.documents[place])
    }

    private func prospect(of node: Node) -> Prospect {
        let request = NodeFlow.next(
            node, isOwned: ownership(of: node), idle: FlowLimits.longestRetryDelay)
        switch request {
        case nil: return .nothing
        case .manage?: return .controller
        default: return .ramdisk
        }
    }

    // MARK: Nodes

    /// Nodes on which something is under way.
    var transientNodes: Int { nodeLines.count { $0.sight.state.isTransient } }

    func prospect(at place: Int) -> Prospect { nodeLines[place].prospect }

    func ownership(of node: Node) -> NodeFlow.Ownership {
        holders[node.name] == nil ? .unowned : .owned
    }

    /// Since when a node has been as it is, as far as the flow has seen.
    func nodeSince(at place: Int) -> Instant { nodeLines[place].since }

    // MARK: Servers

    /// The server whose instance a node has.
    func server(on node: Node) -> Server? {
        for name in holders[node.name] ?? [] {
            guard let server = servers[name.text]?.document else { continue }
            if server.instance == node.instance?.id { return server }
        }
        return nil
    }

    /// Those of the undercloud's own servers that have a record.
    func undercloudServers(of plan: CloudPlan) -> [Server] {
        plan.undercloudServers.compactMap { servers[$0.name.text]?.document }
    }

    /// Since when a server has been as it is, as far as the flow has seen.
    func serverSince(at place: Int) -> Instant { serverLines[place].since }

    /// Places of servers in a state.
    func servers(in state: ServerState) -> [Int] {
        serverLines.indices.filter { serverLines[$0].state == state }
    }

    /// Places of servers of which something may come now.
    func dueServers(at now: Instant) -> [Int] {
        serverLines.indices.filter {
            switch serverLines[$0].rest {
            case .none: true
            case .until(let moment): now >= moment
            case .untilChange: false
            }
        }
    }

    mutating func rest(_ rest: Rest, at place: Int) { serverLines[place].rest = rest }
}

extension Array {
    /// Does to what is kept beside a mirror's documents what a change did to them.
    fileprivate mutating func follow(
        _ effect: DocumentMirror<some StoredDocument>.Effect, with new: Element?
    ) {
        switch (effect, new) {
        case (.inserted(let place), let new?): insert(new, at: place)
        case (.replaced(let place), let new?): self[place] = new
        case (.removed(let place), nil): remove(at: place)
        case (.none, nil): break
        default: preconditionFailure("A document is there if it was written.")
        }
    }
}
