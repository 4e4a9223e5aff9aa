import BareMetal
import Compute
import Hardware
import Harness
import OrderedCollections
import Plans
import Undercloud
public import World

/// What the authoritative store holds: nodes, servers, and what is asked of nodes.
extension Chronicle {
    static let up = "Servers up"
    static let wanted = "Servers wanted"

    /// A store carried something out.
    public mutating func observe(_ commit: StoreCommit) {
        guard store.includes(commit) else { return }
        let tick = Tick(commit.at)
        for node in commit.written(Node.self) { note(node, at: tick) }
        for server in commit.written(Server.self) { note(server, at: tick) }
        for intent in commit.written(Intent.self) { note(intent, at: commit.at) }
        for change in commit.changes where change.after == nil && change.encoded == nil {
            if change.key.kind == Server.kind { forget(server: change.key.id, at: tick) }
        }
        noteCalm(at: tick)
    }

    private mutating func note(_ node: Node, at tick: Tick) {
        guard let state = Self.states[node.provisionState] else { return }
        set(\.states, of: node.id, to: state, at: tick)
        let isBusy = node.provisionState.isTransient
        if isBusy { restless.insert(node.id) } else { restless.remove(node.id) }
    }

    /// The places of states in `ProvisionState.allCases`.
    private static let states = OrderedDictionary(
        uniqueKeysWithValues: ProvisionState.allCases.enumerated().map { ($1, $0) })

    private mutating func note(_ server: Server, at tick: Tick) {
        var standing = servers[server.id] ?? ServerStanding(server.state)
        count(servers[server.id]?.state, by: -1)
        count(server.state, by: 1)
        standing.state = server.state
        place(server, at: tick)
        switch server.state {
        case .active: comeUp(&standing, server, at: tick)
        case .evicting, .unplaced:
            if standing.wasUp, standing.outage == nil { begin(&standing, server, at: tick) }
            standing.wasUp = false
        case .deploying, .starting, .error, .deleting: break
        }
        servers[server.id] = standing
        tellServers(at: tick)
    }

    private mutating func comeUp(
        _ standing: inout ServerStanding, _ server: Server, at tick: Tick
    ) {
        if !standing.wasUp, let machine = server.node?.text {
            if arrivals.count < ChronicleLimits.arrivals {
                arrivals.append(ServerArrival(at: tick, server: server.id, machine: machine))
            } else {
                miss("servers' arrivals")
            }
        }
        standing.wasUp = true
        guard let index = standing.outage else { return }
        outages[index].back = tick
        outages[index].now = server.node?.text
        standing.outage = nil
    }

    private mutating func begin(_ standing: inout ServerStanding, _ server: Server, at tick: Tick) {
        guard outages.count < ChronicleLimits.outages else { return miss("outages") }
        standing.outage = outages.count
        let machine = server.node?.text ?? ""
        outages.append(
            Outage(
                server: server.id, machine: machine, broke: machines[machine]?.faultySince,
                noticed: tick, reason: Labels.cut(server.lastError ?? "")))
    }

    /// Notes which machine a server has.
    private mutating func place(_ server: Server, at tick: Tick) {
        let name = labels.number(server.id)
        guard let machine = server.node?.text else { return }
        let isThere = server.state != .unplaced && server.state != .error
        if isThere {
            set(\.servers, of: machine, to: name, at: tick)
            let role = server.isUndercloud ? "undercloud" : server.role.text
            machines[machine]?.role = labels.number(role)
        }
    }

    private mutating func forget(server: String, at tick: Tick) {
        count(servers.removeValue(forKey: server)?.state, by: -1)
        tellServers(at: tick)
    }

    private mutating func count(_ state: ServerState?, by step: Int) {
        guard let state else { return }
        if state == .active { serversUp += step }
        if state != .deleting { serversWanted += step }
    }

    private mutating func tellServers(at tick: Tick) {
        add(.level(series: Self.up, serversUp), at: tick)
        add(.level(series: Self.wanted, serversWanted), at: tick)
    }

    private mutating func note(_ intent: Intent, at time: Instant) {
        guard case .underWay = intent.outcome else {
            guard let began = asked.removeValue(forKey: intent.id) else { return }
            let outcome: ChartMark.Outcome = intent.outcome == .done ? .done : .failed
            let series = "Nodes asked to \(intent.verb.rawValue)"
            return add(.measured(series: series, time - began, outcome), at: Tick(time))
        }
        if asked[intent.id] == nil { asked[intent.id] = time }
    }

    /// It is calm while no node is worked on and every server is up.
    private mutating func noteCalm(at tick: Tick) {
        let isCalm = restless.isEmpty && serversUp > 0 && serversUp == serversWanted
        let isOpen = calm.last.map { $0.ended == nil } ?? false
        if isCalm, !isOpen, calm.count < ChronicleLimits.changesPerTrack {
            calm.append(Stretch(label: 0, tone: .good, began: tick))
        } else if !isCalm, isOpen {
            calm[calm.count - 1].ended = tick
        }
    }
}
