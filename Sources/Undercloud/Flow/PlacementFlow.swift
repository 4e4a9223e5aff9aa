import BareMetal
import Compute
import Hardware
import Plans
import World

/// Finds machines for servers that have none.
enum PlacementFlow {
    /// The servers that the plan calls for now and that have no record yet.
    static func wanted(_ view: CloudView) -> [Server] {
        let known = Set(view.undercloudServers.map(\.name))
        let planned = view.cloud.plan.undercloudServers
        switch view.cloud.stage {
        case .seed:
            return planned.prefix(view.cloud.plan.undercloud.fromSeed).map(Server.init)
                .filter { !known.contains($0.name) }
        case .undercloud:
            let missing = view.cloud.plan.undercloud.controlNodes - view.members.count
            let waiting = view.undercloudServers.filter { $0.state != .active }.count
            return planned.map(Server.init).filter { !known.contains($0.name) }
                .prefix(max(missing - waiting, 0)).map { $0 }
        case .handingOver, .handedOver: return []
        }
    }

    /// The overcloud's servers, none of which has a record yet.
    static func overcloud(_ view: CloudView) -> [Server] {
        view.cloud.plan.servers.map(Server.init)
    }

    /// Places servers on machines of the pool.
    ///
    /// Those that were failed by machines have a choice of their own, without these machines as
    /// long as there are others.
    ///
    /// - Returns: for each server its machine or the reason why it has none, in order. A server
    ///   that has been told the reason, and for which no machine is left at all, is left out.
    static func place(
        _ servers: [Server], in view: CloudView
    ) -> [(server: Server, result: Result<NodeName, NoValidHost>)] {
        var pool = HostPool(view)
        let scheduler = Scheduler(mode: view.cloud.plan.mode, flavors: view.cloud.plan.flavors)
        var results: [ServerName: Result<NodeName, NoValidHost>] = [:]
        // Who finds nothing in the whole pool answers for all of its flavor while it stays so.
        var refusals: [FlavorName: NoValidHost] = [:]
        func place(_ group: [Server], on hosts: [Host]) {
            let placement = scheduler.place(group.compactMap { request($0, view) }, on: hosts)
            for assignment in placement.assignments {
                refusals = [:]
                pool.take(assignment.host)
                results[assignment.server] = .success(NodeName(assignment.host.text))
            }
            for refusal in placement.unplaced { results[refusal.server] = .failure(refusal) }
        }
        let fresh = servers.filter(\.failedOn.isEmpty)
        if !fresh.isEmpty { place(fresh, on: pool.hosts(barring: [])) }
        for server in servers where !server.failedOn.isEmpty {
            if let refusal = refusals[server.flavor] {
                results[server.name] = .failure(refusal.repeated(for: server.name))
                continue
            }
            let isTold = server.lastError?.hasPrefix(NoValidHost.opening) ?? false
            if pool.hasCandidate(barring: server.failedOn) || !isTold {
                place([server], on: pool.hosts(barring: server.failedOn))
            }
            if case .success? = results[server.name] { continue }
            guard pool.hasCandidate(barring: []) else { continue }
            place([server], on: pool.hosts(barring: []))
            if case .failure(let refusal)? = results[server.name] {
                refusals[server.flavor] = refusal
            }
        }
        return servers.compactMap { server in results[server.name].map { (server, $0) } }
    }

    /// What becomes of a server that there is no machine for. One that the plan wants waits for a
    /// machine to come; whoever asked for one singly is told once no machine is on its way.
    static func refused(_ server: Server, _ refusal: NoValidHost, in view: CloudView) -> Server {
        var refused = server
        refused.lastError = refusal.description
        if server.terms != nil, view.nodes.allSatisfy(NodeFlow.isSettled) {
            refused.state = .error
        }
        return refused
    }

    private static func request(_ server: Server, _ view: CloudView) -> PlacementRequest? {
        server.flavor(in: view.cloud.plan).map {
            PlacementRequest(server: server.name, role: server.role, flavor: $0)
        }
    }
}
